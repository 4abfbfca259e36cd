using System.Text.RegularExpressions;

namespace Denpa.Cli.Options;

/// <summary>Why a run does not go on from a checkpoint: in the options' own names, where options are to blame.</summary>
internal static partial class ResumeRefusal
{
    private const string Cure = "give what it was made with, or leave out --resume to begin afresh";
    private const string Setting = "setting ";

    private static readonly Dictionary<string, string> Options = new()
    {
        ["batch size"] = "--batch",
        ["clipping by norm"] = "--clip-norm",
        ["epochs"] = "--epochs",
        ["patience"] = "--patience",
        ["seed"] = "--seed",
        ["setting balancedClasses"] = "--class-weight",
        ["setting learningRate"] = "--lr",
        ["setting initializer"] = "--init",
    };

    private static readonly string[] Data = ["training data", "validation data", "setting data"];

    /// <summary>The line.</summary>
    /// <param name="problem">What the run says.</param>
    /// <param name="differences">In which options it differs, where that is known: it was made with --target price, not rooms.</param>
    public static string Message(CheckpointException problem, string[] differences)
    {
        string[] named = [.. problem.Differences.Select(Named).OfType<string>()];
        string[] known = differences.Length > 0 ? differences : named;
        if (known.Length > 0) return $"--resume: the checkpoint is of another run: {string.Join("; ", known)} — {Cure}";
        bool isData = problem.Differences.All(difference => Data.Contains(difference.Name));
        return isData
            ? $"--resume: the checkpoint was made with other rows or columns: DATA, --target, --features or --ignore may differ — {Cure}"
            : $"{problem.Message.ReplaceLineEndings(" ")} — {Cure}";
    }

    /// <summary>A difference by the name of its option; null where it has none.</summary>
    private static string? Named(CheckpointDifference difference)
    {
        if (Data.Contains(difference.Name)) return null;
        bool isSetting = difference.Name.StartsWith(Setting, StringComparison.Ordinal);
        if (!Options.TryGetValue(difference.Name, out string? option) && !isSetting) return null;
        option ??= "--" + Capital().Replace(difference.Name[Setting.Length..], letter => "-" + letter.Value.ToLowerInvariant());
        return $"{option} was {Plain(difference.Saved)}, is {Plain(difference.Now)}";
    }

    private static string Plain(string value) => value.Trim('[', ']', '"');

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
