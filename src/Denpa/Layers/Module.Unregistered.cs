using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Denpa;

public abstract partial class Module
{
    private const string EndOfBackingField = ">k__BackingField";

    /// <summary>
    /// The names of fields and properties that hold modules or parameters which are no module's. Where a trimmed program has lost its
    /// fields, fewer are named.
    /// </summary>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A field that was trimmed away only goes unnamed in a message.")]
    internal IEnumerable<string> UnregisteredParts()
    {
        for (Type? type = GetType(); type is not null && type != typeof(Module); type = type.BaseType)
        {
            const BindingFlags own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
            foreach (FieldInfo field in type.GetFields(own))
            {
                bool isLoose = field.GetValue(this) switch
                {
                    Module { parent: null } => true,
                    Parameter { IsRegistered: false } => true,
                    IEnumerable<Module> several => several.Any(each => each.parent is null),
                    _ => false,
                };
                if (isLoose) yield return NameOf(field);
            }
        }
    }

    private static string NameOf(FieldInfo field) => field.Name.EndsWith(EndOfBackingField, StringComparison.Ordinal)
        ? field.Name[1..^EndOfBackingField.Length]
        : field.Name.StartsWith('<') ? field.Name.Split('<', '>')[1] : field.Name.TrimStart('_');
}
