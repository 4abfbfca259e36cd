namespace Denpa;

/// <summary>Where a training stands.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Epochs">The most epochs.</param>
/// <param name="Step">The steps of this epoch that are done.</param>
/// <param name="Steps">The steps of an epoch.</param>
/// <param name="Loss">The training loss of this epoch so far; NaN while every batch was passed over, as its rows weigh 0.</param>
/// <param name="Finished">The epoch's record when this is its end, else null.</param>
public readonly record struct TrainingProgress(int Epoch, int Epochs, int Step, int Steps, double Loss, EpochRecord? Finished);
