namespace Denpa;

/// <summary>128 bits: a counter going into <see cref="Philox"/>, or the random bits coming out.</summary>
/// <param name="First">Words 0 and 1, word 0 in the low half. In a counter: the position.</param>
/// <param name="Second">Words 2 and 3, word 2 in the low half. In a counter: the stream.</param>
internal readonly record struct PhiloxBlock(ulong First, ulong Second);
