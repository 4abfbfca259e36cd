namespace Denpa.Kernels;

/// <summary>The widths of vectors that kernels are compiled for.</summary>
internal enum VectorWidth
{
    /// <summary>One element, where there are no vectors.</summary>
    Scalar = 1,

    /// <summary>16 bytes, on nearly any processor.</summary>
    Portable,

    /// <summary>32 bytes of floating-point numbers: AVX, and what the processor has of AVX2.</summary>
    Avx,

    /// <summary>32 bytes: AVX2 with fused multiply-add.</summary>
    Avx2,

    /// <summary>64 bytes: AVX-512.</summary>
    Avx512,
}
