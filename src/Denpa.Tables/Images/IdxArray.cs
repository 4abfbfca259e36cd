namespace Denpa.Tables;

/// <summary>An array of bytes as an IDX file holds it.</summary>
/// <param name="Dimensions">Its sizes, the slowest first.</param>
/// <param name="Data">Its bytes, row-major; as many as the product of the sizes.</param>
internal sealed record IdxArray(int[] Dimensions, byte[] Data);
