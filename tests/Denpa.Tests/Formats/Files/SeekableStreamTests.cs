using System.IO.Pipes;

namespace Denpa.Tests.Formats;

public sealed class SeekableStreamTests
{
    private static readonly Tensor Numbers = Tensor.From([1f, 2, 3, 4, 5, 6], [2, 3]);

    [Fact]
    public async Task Safetensors_are_read_out_of_a_pipe()
    {
        SafeTensorsContent content = await OutOfAPipe(
            pipe => SafeTensors.Write(pipe, [KeyValuePair.Create("numbers", Numbers)]), pipe => SafeTensors.Read(pipe, "pipe"));
        Assert.Equal(Numbers.ToArray<float>(), content.Tensors["numbers"].ToArray<float>());
    }

    [Fact]
    public async Task An_npy_array_is_read_out_of_a_pipe()
    {
        Tensor read = await OutOfAPipe(pipe => Npy.Write(pipe, Numbers), pipe => Npy.Read(pipe, "pipe"));
        Assert.Equal(Numbers.Shape, read.Shape);
        Assert.Equal(Numbers.ToArray<float>(), read.ToArray<float>());
    }

    [Fact]
    public async Task What_is_no_file_of_the_kind_is_refused_out_of_a_pipe_too() =>
        await Assert.ThrowsAsync<InvalidFileException>(
            () => OutOfAPipe(pipe => pipe.Write("a,b\n1,2\n"u8), pipe => SafeTensors.Read(pipe, "pipe")));

    private static async Task<T> OutOfAPipe<T>(Action<Stream> write, Func<Stream, T> read)
    {
        using AnonymousPipeServerStream writing = new(PipeDirection.Out);
        using AnonymousPipeClientStream reading = new(PipeDirection.In, writing.ClientSafePipeHandle);
        Task writer = Task.Run(() =>
        {
            write(writing);
            writing.Dispose();
        });
        T result = read(reading);
        await writer;
        return result;
    }
}
