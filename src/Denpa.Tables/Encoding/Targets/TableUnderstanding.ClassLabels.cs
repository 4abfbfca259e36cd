namespace Denpa.Tables;

/// <content>The classes that a table is understood to have, as labels.</content>
public sealed partial class TableUnderstanding
{
    /// <summary>The class of every labelled row, as an index into <see cref="Classes"/>; for a stratified split.</summary>
    /// <exception cref="InvalidOperationException">The task is regression.</exception>
    public long[] ClassLabels() => ClassTarget.Of(this).EncodeLabels(table, labelledRows);
}
