using System.Text;

namespace Denpa.Robustness;

/// <summary>
/// Spoils what a safetensors file says rather than its bytes, and seals it again: this passes the outer checks, and comes to those
/// of the texts and the tensors themselves.
/// </summary>
internal static class SealedFile
{
    public static byte[] Spoil(byte[] original, byte[] other, Generator generator)
    {
        SafeTensorsContent content = SafeTensors.Read(new MemoryStream(original), "original");
        OrderedDictionary<string, Tensor> tensors = new(content.Tensors);
        OrderedDictionary<string, string> texts = new(content.Metadata);
        if (generator.NextInteger(0, 4) == 0) SpoilTensor(tensors, generator);
        else SpoilText(texts, other, generator);
        using MemoryStream spoilt = new();
        SafeTensors.Write(spoilt, tensors, ContentSeal.Add(tensors, texts));
        return spoilt.ToArray();
    }

    private static void SpoilText(OrderedDictionary<string, string> texts, byte[] other, Generator generator)
    {
        int index = (int)generator.NextInteger(0, texts.Count);
        byte[] text = Encoding.UTF8.GetBytes(texts.GetAt(index).Value);
        texts.SetAt(index, Encoding.UTF8.GetString(Mutations.Apply(text, other, generator)));
    }

    private static void SpoilTensor(OrderedDictionary<string, Tensor> tensors, Generator generator)
    {
        int index = (int)generator.NextInteger(0, tensors.Count);
        (string name, Tensor tensor) = tensors.GetAt(index);
        switch (generator.NextInteger(0, 6))
        {
            case 0: tensors.RemoveAt(index); break;
            case 1: tensors.TryAdd(name + "x", tensor); break;
            case 2: tensors.SetAt(index, tensor.To(tensor.DType == DType.Float32 ? DType.Float64 : DType.Float32)); break;
            case 3: tensors.SetAt(index, tensor.Reshape(-1)); break;
            case 4: tensors.SetAt(index, Tensor.From([double.NaN, double.PositiveInfinity, -1e300])); break;
            default: tensors.SetAt(index, Tensor.Zeros(tensor.Shape, DType.Int64)); break;
        }
    }
}
