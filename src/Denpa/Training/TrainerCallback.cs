namespace Denpa;

/// <summary>Something to be done during training. Each method does nothing unless it is overridden.</summary>
public abstract class TrainerCallback
{
    /// <summary>A step is done: the parameters are updated.</summary>
    public virtual void StepEnded(TrainingProgress progress)
    {
    }

    /// <summary>
    /// Steps cannot be replayed and will run op by op, slower and to the same bits. Where some were replayed that should not have been, the
    /// steps since the last that was run anew come again.
    /// </summary>
    /// <param name="reason">What the model or the loss does that a replay could not, and what to do.</param>
    public virtual void PlanRefused(string reason)
    {
    }

    /// <summary>An epoch is done and measured; no checkpoint of it is written yet.</summary>
    public virtual void EpochEnded(EpochRecord epoch)
    {
    }

    /// <summary>Training is done and the model has its last weights.</summary>
    public virtual void TrainingEnded(TrainingResult result)
    {
    }
}
