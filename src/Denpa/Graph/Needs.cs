namespace Denpa;

/// <summary>The values that a derivative reads.</summary>
[Flags]
public enum Needs
{
    /// <summary>The incoming gradient and the shapes suffice.</summary>
    Nothing = 0,

    /// <summary>The op's output.</summary>
    Output = 1,

    /// <summary>Input 0.</summary>
    Input0 = 2,

    /// <summary>Input 1.</summary>
    Input1 = 4,

    /// <summary>Input 2.</summary>
    Input2 = 8,

    /// <summary>Input 3.</summary>
    Input3 = 16,
}
