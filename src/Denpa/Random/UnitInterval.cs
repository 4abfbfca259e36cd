namespace Denpa;

/// <summary>64 random bits as a fraction in [0, 1): as many leading bits as the significand holds, so that it is exact.</summary>
internal static class UnitInterval
{
    /// <summary>A multiple of 2⁻²⁴.</summary>
    public static float ToSingle(ulong bits) => (bits >> 40) * (1f / (1 << 24));

    /// <summary>A multiple of 2⁻⁵³.</summary>
    public static double ToDouble(ulong bits) => (bits >> 11) * (1d / (1L << 53));
}
