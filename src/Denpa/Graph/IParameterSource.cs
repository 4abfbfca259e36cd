namespace Denpa;

/// <summary>Parameters that know where they are from, so that a message can say why there are none.</summary>
internal interface IParameterSource : IEnumerable<Parameter>
{
    /// <summary>Why there is none where there is none, and what to do.</summary>
    string Absence { get; }
}
