using System.Globalization;
using System.Text.RegularExpressions;

namespace Denpa.Robustness;

/// <summary>A model or checkpoint that says what its maker never wrote, and whose seal is right all the same.</summary>
internal static class Forgery
{
    /// <summary>Writes a file with the texts of another changed, or all its numbers.</summary>
    /// <param name="file">The file to forge.</param>
    /// <param name="pattern">What to look for in its texts; null to leave them.</param>
    /// <param name="replacement">What stands there instead.</param>
    /// <param name="number">What every floating-point number of its tensors becomes; null to leave them.</param>
    /// <param name="output">The file to write.</param>
    public static void Write(string file, string? pattern, string replacement, string? number, string output)
    {
        SafeTensorsContent content = SafeTensors.Read(file);
        OrderedDictionary<string, Tensor> tensors = new(content.Tensors);
        OrderedDictionary<string, string> texts = new(content.Metadata);
        if (number is not null)
        {
            double value = double.Parse(number, CultureInfo.InvariantCulture);
            foreach ((string name, Tensor tensor) in content.Tensors)
                if (tensor.DType.IsFloatingPoint) tensors[name] = Tensor.Full(tensor.Shape, value, tensor.DType);
        }

        if (pattern is not null)
        {
            int found = 0;
            foreach ((string name, string text) in content.Metadata)
            {
                found += Regex.Count(text, pattern);
                texts[name] = Regex.Replace(text, pattern, replacement);
            }

            if (found == 0) throw new ArgumentException($"{file} has no text like {pattern}");
        }

        SafeTensors.Write(output, tensors, ContentSeal.Add(tensors, texts));
    }
}
