namespace Denpa.Cli.Completion;

/// <summary>A word that may stand somewhere on a command line, and what it means where there is something to say.</summary>
internal sealed record Candidate(string Word, string Meaning = "")
{
    /// <summary>Stands for the names of files, which a shell completes better. It comes last.</summary>
    public static readonly Candidate Files = new(":files");

    /// <summary>As the shells' scripts read it: the word, a tab and the meaning.</summary>
    public override string ToString() => $"{Word}\t{Meaning}".TrimEnd('\t');
}
