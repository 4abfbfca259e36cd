using System.Globalization;
using Denpa.Cli.Language;

namespace Denpa.Cli.Output;

/// <summary>
/// The losses of each epoch as a drawing of characters: on a terminal of dots in Braille, which are narrow everywhere, in a file of plain
/// letters.
/// </summary>
internal static class LossCurve
{
    private const int Lines = 6;
    private const int DotsOfLine = 4;
    private const int FewestEpochs = 3;
    private const int FewestColumns = 20;

    /// <summary>From this ratio of the largest loss to the smallest on, each factor takes as much room as any other.</summary>
    private const double WideRange = 20;

    private const char NoDots = '\u2800';

    /// <summary>Of nothing, training, validation, and both.</summary>
    private const string PlainMarks = " .o8";

    // A cell's dots from above: of training the left one, of validation both.
    private static readonly int[] TrainingDots = [0x01, 0x02, 0x04, 0x40];
    private static readonly int[] ValidationDots = [0x09, 0x12, 0x24, 0xC0];

    public static void Write(Page page, IReadOnlyList<EpochRecord> history, bool isFine)
    {
        double[] training = [.. history.Select(epoch => epoch.TrainingLoss)];
        double[] validation = [.. history.Select(epoch => epoch.ValidationLoss).OfType<double>()];
        double[] all = [.. training.Concat(validation).Where(double.IsFinite)];
        if (history.Count < FewestEpochs || all.Length == 0 || page.DrawingWidth < FewestColumns) return;
        List<string> marks = [Mark(isFine ? "⠂" : ".", "training")];
        if (validation.Length > 0) marks.Add(Mark(isFine ? "⠒" : "o", "validation"));
        page.Field("Loss", Phrase.List(marks));
        page.Lines(Draw(training, validation, page.DrawingWidth, isFine));
    }

    /// <summary>The drawing, line by line, with the largest and the smallest loss at its left and the epochs below.</summary>
    /// <param name="training">The training loss of each epoch.</param>
    /// <param name="validation">The validation loss of each epoch; empty where there is none.</param>
    /// <param name="width">The most columns.</param>
    /// <param name="isFine">Whether Braille is drawn.</param>
    public static IEnumerable<string> Draw(double[] training, double[] validation, int width, bool isFine)
    {
        double[] finite = [.. training.Concat(validation).Where(double.IsFinite)];
        (double least, double most) = (finite.Min(), finite.Max());
        (string top, string bottom) = (Significant.Of(most, digits: 3), Significant.Of(least, digits: 3));
        int margin = Math.Max(top.Length, bottom.Length);
        int columns = width - margin - 2;
        bool isWide = least > 0 && most / least >= WideRange;
        int heights = isFine ? Lines * DotsOfLine : Lines;
        int[][] cells = [.. Enumerable.Range(0, Lines).Select(_ => new int[columns])];
        Add(training, isFine ? TrainingDots : [1]);
        Add(validation, isFine ? ValidationDots : [2]);

        for (int line = 0; line < Lines; line++)
        {
            string label = line == 0 ? top : line == Lines - 1 ? bottom : "";
            char[] row = Array.ConvertAll(cells[line], dots => isFine ? (char)(NoDots + dots) : PlainMarks[dots]);
            string drawn = new string(row).TrimEnd(isFine ? NoDots : ' ');
            yield return $"{label.PadLeft(margin)} |{drawn}";
        }

        string end = training.Length.ToString(CultureInfo.InvariantCulture);
        yield return new string(' ', margin + 2) + "1" + end.PadLeft(columns - 1);

        void Add(double[] losses, int[] dots)
        {
            for (int column = 0; losses.Length > 0 && column < columns; column++)
            {
                if (Height(Mean(losses, column, columns)) is not { } height) continue;
                cells[height / dots.Length][column] |= dots[height % dots.Length];
            }
        }

        // Counted from above.
        int? Height(double loss)
        {
            if (!double.IsFinite(loss)) return null;
            double share = most.Equals(least) ? 0
                : isWide ? Math.Log(loss / least) / Math.Log(most / least)
                : (loss - least) / (most - least);
            return Math.Clamp((int)Math.Round((1 - share) * (heights - 1)), 0, heights - 1);
        }
    }

    /// <summary>The mean of the epochs that a column stands for; where epochs are fewer, several columns stand for one.</summary>
    private static double Mean(double[] losses, int column, int columns)
    {
        int first = (int)((long)column * losses.Length / columns);
        int end = Math.Max(first + 1, (int)((column + 1L) * losses.Length / columns));
        return losses[first..end].Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();
    }

    private static string Mark(string mark, string what) => $"{mark} {Phrase.Word(what)}";
}
