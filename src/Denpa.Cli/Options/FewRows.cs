using System.CommandLine;
using Denpa.Tables;

namespace Denpa.Cli.Options;

/// <summary>
/// Tables of so few rows that none can be spared, such as the four of exclusive or: where nothing else is asked for, all of them are
/// trained on, at once and for long, until they are learnt by heart.
/// </summary>
internal static class FewRows
{
    /// <summary>Of fewer rows a tenth, to test on, would be one.</summary>
    private const int FewestToHoldOut = 20;

    private const int Epochs = 1000;
    private const double LearningRate = 0.01;

    /// <summary>Whether all rows are to be trained on, although that was not asked for.</summary>
    public static bool Are(int rows, TrainOptions options, ParseResult parsed) => rows < FewestToHoldOut && !parsed.IsGiven(options.Split);

    /// <summary>The settings for them: what was asked for, and the rest as it suits them.</summary>
    public static TrainingSettings Settings(TrainingSettings asked, TrainOptions options, ParseResult parsed)
    {
        bool isRateOpen = !parsed.IsGiven(options.LearningRate) && !parsed.IsGiven(options.Optimizer);
        return asked with
        {
            Split = new SplitFractions(training: 1, validation: 0, test: 0),
            Members = null,
            BatchSize = parsed.IsGiven(options.Batch) ? asked.BatchSize : DataLoader.FullBatch,
            LearningRate = isRateOpen ? LearningRate : asked.LearningRate,
            Epochs = parsed.IsGiven(options.Epochs) ? asked.Epochs : Epochs,
            Patience = parsed.IsGiven(options.Patience) ? asked.Patience : 0,
        };
    }

    /// <summary>What there is to say of that.</summary>
    public static string Note(int rows) =>
        $"{Counted.RowsAre(rows)} too few to hold any out, so the model is trained on all of them; "
        + "nothing tells how it does on rows that it has not seen";
}
