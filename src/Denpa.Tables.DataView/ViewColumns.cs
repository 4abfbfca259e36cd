using Microsoft.Data.Analysis;
using Microsoft.ML;

namespace Denpa.Tables;

/// <summary>A field of each row of a view.</summary>
/// <param name="Name">Its name: the column's, or of a vector <c>column.slot</c> by the slot's name, or its number.</param>
/// <param name="Alias">The name of the slot alone, where it has one.</param>
/// <param name="Column">The column that it is of.</param>
/// <param name="Slot">Which of the column's fields it is.</param>
internal readonly record struct ViewField(string Name, string? Alias, ViewColumn Column, int Slot)
{
    /// <summary>Its value in the row that was read last.</summary>
    public FieldValue Value => Column.Values[Slot];
}

/// <summary>The fields that a view's columns have for a table.</summary>
internal sealed class ViewColumns
{
    /// <summary>What errors say in the place of a file.</summary>
    public const string Place = "view";

    private readonly IDataView view;

    /// <summary>The columns of a view, but for those whose values are none of a table.</summary>
    public ViewColumns(IDataView view)
    {
        this.view = view;
        Fields =
        [
            .. view.Schema.Where(column => !column.IsHidden)
                .Select(column => ViewValues.ColumnOf(column, view as DataFrame))
                .OfType<ViewColumn>()
                .SelectMany(FieldsOf),
        ];
    }

    /// <summary>The fields, in order.</summary>
    public IReadOnlyList<ViewField> Fields { get; }

    /// <summary>
    /// The fields of these names: as they are written, or as the name of a slot alone, or where case and the marks between words do not
    /// count.
    /// </summary>
    /// <exception cref="TableException">There is none for some, which it says, or its values are none of a table.</exception>
    public ViewField[] Require(IReadOnlyList<string> names)
    {
        ViewField?[] found = [.. names.Select(Find)];
        string[] absent = [.. names.Where((_, i) => found[i] is null)];
        return absent.Length == 0 ? [.. found.Select(field => field!.Value)] : throw Absent(absent);
    }

    private ViewField? Find(string name)
    {
        string letters = LooseNames.Letters(name);
        return Only(field => field.Name == name)
            ?? Only(field => field.Alias == name)
            ?? Only(field => LooseNames.Letters(field.Name) == letters && letters.Length > 0);
    }

    private ViewField? Only(Func<ViewField, bool> isMeant)
    {
        ViewField[] meant = [.. Fields.Where(isMeant).Take(2)];
        return meant.Length == 1 ? meant[0] : null;
    }

    private TableException Absent(string[] names)
    {
        if (view.Schema.GetColumnOrNull(names[0]) is { } other)
        {
            string column = Quoted.Text(names[0]);
            return new TableException(Place, null, null, $"column {column} is a {other.Type} — {ViewValues.Cure}");
        }

        string none = names.Length == 1 ? "there is no column" : "there are no columns";
        string[] given = [.. Fields.Select(field => field.Name)];
        string hint = names.Length == 1 && Spelling.Nearest(names[0], given) is { } nearest
            ? $"is it {Quoted.Text(nearest)}?"
            : given.Length == 0 ? "it has no columns of values"
            : $"its columns are {Quoted.List(given, 12)}";
        return new TableException(Place, null, null, $"{none} {Quoted.List(names, 12)}, which the model takes — {hint}");
    }

    private static IEnumerable<ViewField> FieldsOf(ViewColumn column)
    {
        string name = column.Source.Name;
        if (column.Source.Type is not Microsoft.ML.Data.VectorDataViewType) return [new ViewField(name, null, column, 0)];
        FieldValue[] slots = ViewValues.AnnotationOf(column.Source, "SlotNames") ?? [];
        HashSet<string> taken = new(StringComparer.Ordinal);
        return Enumerable.Range(0, column.Values.Length).Select(i =>
        {
            string? slot = i < slots.Length && slots[i].Kind == FieldValueKind.Text && taken.Add(slots[i].Text) ? slots[i].Text : null;
            return new ViewField($"{name}.{slot ?? $"{i}"}", slot, column, i);
        });
    }
}
