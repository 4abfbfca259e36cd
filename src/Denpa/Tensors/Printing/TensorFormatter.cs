using System.Globalization;
using System.Numerics;
using System.Text;

namespace Denpa;

/// <summary>Prints a tensor as NumPy's <c>array2string</c> does with its default options.</summary>
internal sealed class TensorFormatter
{
    private const int DefaultPrecision = 8;
    private const int LineWidth = 75;
    private const int LargestShownWhole = 1000;
    private const int EdgeItems = 3;
    private const int Ellipsis = -1;

    private readonly Shape shape;
    private readonly Func<int, string> element;
    private readonly StringBuilder text = new();
    private int lineStart;

    private TensorFormatter(Shape shape, Func<int, string> element) => (this.shape, this.element) = (shape, element);

    /// <summary>The text of all elements, or of the edges of a large tensor. A scalar without a precision is printed whole.</summary>
    public static string Format(Tensor tensor, int? precision = null)
    {
        if (tensor.Length == 0) return "[]";
        Func<int, string> element = ElementFormat(tensor, precision);
        if (tensor.Rank == 0) return element(0);
        TensorFormatter formatter = new(tensor.Shape, element);
        formatter.Append(axis: 0, position: 0);
        return formatter.text.ToString();
    }

    /// <summary>How the element at a position is written, given all those that are shown.</summary>
    private static Func<int, string> ElementFormat(Tensor tensor, int? precision) => tensor.DType switch
    {
        DType.Float32 => Floating<float>(tensor, precision),
        DType.Float64 => Floating<double>(tensor, precision),
        DType.Int64 => Integers<long>(tensor),
        DType.UInt8 => Integers<byte>(tensor),
        _ => position => tensor.Elements<bool>()[position] ? (tensor.Rank == 0 ? "True" : " True") : "False",
    };

    private static Func<int, string> Floating<T>(Tensor tensor, int? precision)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (tensor.Rank == 0 && precision is null) return position => FloatFormat<T>.Whole(tensor.Elements<T>()[position]);
        FloatFormat<T> format = new(Shown<T>(tensor), precision ?? DefaultPrecision);
        return position => format.Write(tensor.Elements<T>()[position]);
    }

    private static Func<int, string> Integers<T>(Tensor tensor)
        where T : unmanaged, IBinaryInteger<T>
    {
        int width = Shown<T>(tensor).Max(value => value.ToString(null, CultureInfo.InvariantCulture).Length);
        return position => tensor.Elements<T>()[position].ToString(null, CultureInfo.InvariantCulture).PadLeft(width);
    }

    private static T[] Shown<T>(Tensor tensor)
        where T : unmanaged => [.. Positions(tensor.Shape, axis: 0, position: 0).Select(position => tensor.Elements<T>()[position])];

    private static IEnumerable<int> Positions(Shape shape, int axis, int position) => axis == shape.Rank
        ? [position]
        : Indices(shape, axis).Where(index => index != Ellipsis)
            .SelectMany(index => Positions(shape, axis + 1, (position * shape[axis]) + index));

    /// <summary>The indices that are shown along an axis, with a mark where some are left out.</summary>
    private static IEnumerable<int> Indices(Shape shape, int axis)
    {
        int size = shape[axis];
        return shape.ElementCount > LargestShownWhole && size > 2 * EdgeItems
            ? [.. Enumerable.Range(0, EdgeItems), Ellipsis, .. Enumerable.Range(size - EdgeItems, EdgeItems)]
            : Enumerable.Range(0, size);
    }

    /// <summary>Appends what lies along an axis, in brackets; a row is broken where its next element would pass the line's width.</summary>
    private void Append(int axis, int position)
    {
        text.Append('[');
        bool isRow = axis == shape.Rank - 1;
        bool isFirst = true;
        foreach (int index in Indices(shape, axis))
        {
            int inside = (position * shape[axis]) + index;
            if (isRow)
            {
                AppendWord(index == Ellipsis ? "..." : element(inside), axis, isFirst);
            }
            else
            {
                if (!isFirst) BreakLine(lines: shape.Rank - 1 - axis, axis);
                if (index == Ellipsis) text.Append("...");
                else Append(axis + 1, inside);
            }

            isFirst = false;
        }

        text.Append(']');
    }

    private void AppendWord(string word, int axis, bool isFirst)
    {
        const int ClosingBracket = 1;
        bool fits = text.Length - lineStart + 1 + word.Length <= LineWidth - axis - ClosingBracket;
        if (!isFirst && fits) text.Append(' ');
        else if (!isFirst) BreakLine(lines: 1, axis);
        text.Append(word);
    }

    private void BreakLine(int lines, int axis)
    {
        while (text[^1] == ' ') text.Length--;
        text.Append('\n', lines);
        lineStart = text.Length;
        text.Append(' ', axis + 1);
    }
}
