namespace Denpa;

/// <summary>What Denpa throws when it cannot do what is asked; the message names the operation or the file, and what to do.</summary>
public abstract class DenpaException : Exception
{
    private string? layer;
    private string? operation;

    private protected DenpaException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>The path of the layer in which it happened, such as <c>encoder.0</c>; null outside of any layer.</summary>
    public string? Layer => layer;

    /// <inheritdoc/>
    public override string Message =>
        $"{(operation is null ? "" : $"{operation}: ")}{base.Message}{(layer is null ? "" : $" (layer \"{layer}\")")}";

    /// <summary>
    /// Notes the operation in which it happened, unless an inner one was noted before or the message begins with it; false, so that it
    /// serves as an exception filter.
    /// </summary>
    internal bool NoteOperation(string name)
    {
        if (!base.Message.StartsWith($"{name}: ", StringComparison.Ordinal)) operation ??= name;
        return false;
    }

    /// <summary>
    /// Notes the layer by its path unless an inner layer was noted before; false, so that it serves as an exception filter.
    /// </summary>
    internal bool NoteLayer(string path)
    {
        layer ??= path;
        return false;
    }
}
