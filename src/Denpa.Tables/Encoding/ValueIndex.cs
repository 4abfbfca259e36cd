namespace Denpa.Tables;

/// <summary>
/// Finds a value among those of training: by its text, as a number where those are numbers, and as yes or no where those are the two.
/// </summary>
internal sealed class ValueIndex
{
    private readonly Dictionary<string, int> byText;
    private readonly Dictionary<double, int>? byNumber;
    private readonly (int No, int Yes)? booleans;

    /// <param name="values">The values.</param>
    /// <param name="areNumeric">Whether they are numbers.</param>
    public ValueIndex(IReadOnlyList<string> values, bool areNumeric)
    {
        byText = ValueKeys.Positions(values);
        if (areNumeric)
        {
            byNumber = [];
            for (int i = 0; i < values.Count; i++)
                if (NumberOf(values[i]) is { } number) byNumber.TryAdd(number, i);

            // Of several writings of a number, the one that it has by itself is meant.
            for (int i = 0; i < values.Count; i++)
                if (PlainNumberOf(values[i]) is { } number && NumberText.Canonical(number) == values[i]) byNumber[number] = i;
        }

        if (values.Count != 2) return;
        bool? first = BooleanText.Read(values[0]);
        bool? second = BooleanText.Read(values[1]);
        if (first is { } one && second is { } other && one != other) booleans = one ? (1, 0) : (0, 1);
    }

    /// <summary>The position of a field's value, or −1.</summary>
    public int Find(Column column, int row)
    {
        string text = column[row];
        double number = 0;
        if (byText.TryGetValue(text, out int position)) return position;
        bool isNumber = byNumber is not null && column.ReadNumber(row, out number) == NumberReading.Number;
        if (isNumber && byNumber!.TryGetValue(number, out position)) return position;
        return booleans is { } sides && BooleanText.Read(text) is { } value ? value ? sides.Yes : sides.No : -1;
    }

    /// <summary>The position of a text, exactly as it was written, or −1.</summary>
    public int FindText(string text) => byText.GetValueOrDefault(text, -1);

    /// <summary>The position of a value that a program has, or −1: a number, which has no writing of its own, as a number.</summary>
    public int Find(FieldValue value)
    {
        bool isNumber = value.Kind == FieldValueKind.Number;
        if (isNumber && byNumber is not null && byNumber.TryGetValue(value.Number, out int position)) return position;
        string text = value.Text;
        if (byText.TryGetValue(text, out position)) return position;
        bool mayBeNumber = value.Kind == FieldValueKind.Text && byNumber is not null;
        if (mayBeNumber && PlainNumberOf(text) is { } number && byNumber!.TryGetValue(number, out position)) return position;
        return booleans is { } sides && BooleanText.Read(text) is { } truth ? truth ? sides.Yes : sides.No : -1;
    }

    private static double? PlainNumberOf(string text) =>
        FieldValue.OfText(text).ReadUtf8(field => NumberText.Read(field, NumberFormat.Plain, out double number) == NumberReading.Number
            ? number
            : (double?)null);

    /// <summary>The number of a value as it was written in training, in whichever format.</summary>
    private static double? NumberOf(string value)
    {
        byte[] text = System.Text.Encoding.UTF8.GetBytes(value);
        NumberSurvey survey = new();
        survey.Add(text);
        NumberFormat format = NumberFormatDetection.Decide(survey, survey, delimiter: ',').Format;
        return NumberText.Read(text, format, out double number) == NumberReading.Number ? number : null;
    }
}
