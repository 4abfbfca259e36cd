namespace Denpa.Kernels;

/// <summary>
/// The body of a parallel loop: <see cref="WorkerPool.For{TBody}"/> calls it once for each chunk of the loop's range, from any thread.
/// A kernel's body is a struct of pointers (under <c>fixed</c> at the caller) and lengths.
/// </summary>
internal interface IRangeBody
{
    /// <summary>Does the work of the indices from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    void Run(int start, int end);
}
