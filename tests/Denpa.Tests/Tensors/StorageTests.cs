using System.Runtime.CompilerServices;

namespace Denpa.Tests;

public sealed class StorageTests
{
    [Theory]
    [InlineData(262_144)]
    [InlineData(262_145)]
    [InlineData(1_000_003)]
    public void Large_storage_begins_at_a_cache_line_and_stays_there(int length)
    {
        Storage<float> storage = Storage<float>.Allocate(length);
        Assert.Equal(length, storage.Span.Length);
        nuint address = Address(storage.Span);
        Assert.Equal(0u, address % 64);
        GC.Collect();
        Assert.Equal(address, Address(storage.Span));
    }

    [Theory]
    [InlineData(DType.Float32, typeof(float))]
    [InlineData(DType.Float64, typeof(double))]
    [InlineData(DType.Int64, typeof(long))]
    [InlineData(DType.Bool, typeof(bool))]
    [InlineData(DType.UInt8, typeof(byte))]
    public void Storage_has_elements_of_its_type(DType dtype, Type element)
    {
        Storage storage = Storage.Allocate(dtype, 3);
        Assert.Equal(dtype, storage.DType);
        Assert.Equal(3, storage.Length);
        Assert.Equal(element, storage.GetType().GetGenericArguments()[0]);
    }

    [Fact]
    public void Each_change_is_a_new_version()
    {
        Storage storage = Storage.Allocate(DType.Float32, 1);
        Assert.Equal(0, storage.Version);
        storage.MarkChanged();
        storage.MarkChanged();
        Assert.Equal(2, storage.Version);
    }

    [Fact]
    public void Wrapped_storage_is_the_array()
    {
        double[] array = [1, 2, 3];
        Storage<double> storage = Storage<double>.Wrap(array);
        array[1] = 5;
        Assert.Equal([1, 5, 3], storage.Span.ToArray());
    }

    private static nuint Address(Span<float> elements) => (nuint)Unsafe.ByteOffset(ref Unsafe.NullRef<float>(), ref elements[0]);
}
