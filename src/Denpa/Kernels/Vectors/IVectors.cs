namespace Denpa.Kernels;

/// <summary>
/// The vectors of one width: what a kernel needs of them, as static members of a type argument, so that one source compiles to straight
/// code for each width.
/// </summary>
/// <typeparam name="T">The element type, float or double.</typeparam>
/// <typeparam name="TVector">The vector type of the runtime.</typeparam>
internal unsafe interface IVectors<T, TVector>
    where T : unmanaged
    where TVector : unmanaged
{
    /// <summary>The lanes of a vector.</summary>
    static abstract int Count { get; }

    /// <summary>Whether there are 32 vector registers rather than 16.</summary>
    static abstract bool HasManyRegisters { get; }

    static abstract TVector Zero { get; }

    /// <summary>One value in every lane.</summary>
    static abstract TVector Fill(T value);

    static abstract TVector Load(T* source);

    static abstract void Store(TVector vector, T* destination);

    /// <summary>A mask of all bits in the first <paramref name="count"/> lanes and none in the others.</summary>
    static abstract TVector FirstLanes(int count);

    /// <summary>Loads the lanes of a mask; the others are zero and their memory is not touched.</summary>
    static abstract TVector Load(T* source, TVector mask);

    /// <summary>Stores the lanes of a mask; the memory of the others is not touched.</summary>
    static abstract void Store(TVector vector, T* destination, TVector mask);

    /// <summary>Loads 16 bytes of each of as many lines as a vector has room for, one line after the other.</summary>
    static abstract TVector LoadLines(T* source, nint stride);

    /// <summary>Within each 16 bytes, the elements of the lower halves in turn: a₀, b₀, a₁, b₁ (for double, a₀, b₀).</summary>
    static abstract TVector InterleaveLow(TVector a, TVector b);

    /// <summary>Within each 16 bytes, the elements of the upper halves in turn: a₂, b₂, a₃, b₃ (for double, a₁, b₁).</summary>
    static abstract TVector InterleaveHigh(TVector a, TVector b);

    /// <summary>Within each 16 bytes, the two lower halves.</summary>
    static abstract TVector JoinLow(TVector a, TVector b);

    /// <summary>Within each 16 bytes, the two upper halves.</summary>
    static abstract TVector JoinHigh(TVector a, TVector b);

    static abstract TVector Add(TVector left, TVector right);

    /// <summary>left × right + addend, rounded once where the hardware has a fused multiply-add, else twice.</summary>
    static abstract TVector MultiplyAdd(TVector left, TVector right, TVector addend);

    /// <summary>The sum of the lanes, in the order of <see cref="LaneFold"/>.</summary>
    static abstract T Sum(TVector vector);
}
