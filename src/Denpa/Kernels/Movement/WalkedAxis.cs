namespace Denpa.Kernels;

/// <summary>One axis that a copy walks: its size, and how far apart its elements lie in the source and in the destination.</summary>
internal readonly record struct WalkedAxis(int Size, nint SourceStride, nint DestinationStride)
{
    /// <summary>
    /// The axes of a permuted copy, in the destination's order, without axes of size 1 and with axes that stay neighbours made into one;
    /// no size is zero.
    /// </summary>
    /// <param name="sourceShape">The sizes of the source's axes.</param>
    /// <param name="axes">The permutation.</param>
    /// <param name="room">At least as many elements as there are axes.</param>
    public static Span<WalkedAxis> Merge(ReadOnlySpan<int> sourceShape, ReadOnlySpan<int> axes, Span<WalkedAxis> room)
    {
        int first = room.Length;
        nint destinationStride = 1;
        for (int place = axes.Length - 1; place >= 0; place--)
        {
            int size = sourceShape[axes[place]];
            if (size == 1) continue;
            nint sourceStride = 1;
            foreach (int later in sourceShape[(axes[place] + 1)..])
                sourceStride *= later;
            if (first < room.Length && sourceStride == room[first].SourceStride * room[first].Size)
                room[first] = room[first] with { Size = room[first].Size * size };
            else
                room[--first] = new WalkedAxis(size, sourceStride, destinationStride);
            destinationStride *= size;
        }

        return room[first..];
    }
}
