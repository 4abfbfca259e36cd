namespace Denpa.Architecture.Tests;

/// <summary>A place in a file that names something that the project declares.</summary>
/// <param name="Path">The file, below the project.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Name">What is named: a type, or a member after its type.</param>
/// <param name="DeclaredIn">The files that declare it, below the project; several where its type is partial.</param>
internal sealed record Use(string Path, int Line, string Name, IReadOnlyList<string> DeclaredIn);
