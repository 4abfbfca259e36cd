namespace Denpa;

/// <summary>
/// While a plan recorded, the program did what no replay could: look at an element, draw a random number outside of an op.
/// </summary>
public sealed class HostReadException : DenpaException
{
    internal HostReadException(string message)
        : base(message)
    {
    }
}
