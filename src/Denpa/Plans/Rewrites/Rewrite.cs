namespace Denpa;

/// <summary>A change of a recorded step that makes it faster and no bit of it different.</summary>
internal abstract class Rewrite
{
    /// <summary>Every rewrite, in the order in which they are applied.</summary>
    public static IReadOnlyList<Rewrite> All { get; } = [new ConstantFolding(), new ProductFusion()];

    /// <summary>Changes the tape's ops.</summary>
    public abstract void Apply(Tape tape);
}
