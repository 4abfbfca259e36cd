using System.Reflection;
using System.Runtime.CompilerServices;

namespace Denpa.PublicApi;

/// <summary>
/// What a program may use of an assembly: a line for each type and member that is public, or protected where one may derive.
/// </summary>
public static class ApiListing
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The lines of an assembly: its types by name, each followed by its members by name.</summary>
    public static IReadOnlyList<string> Of(Assembly assembly) =>
        [.. assembly.GetExportedTypes().Where(IsWritten).OrderBy(TypeText.FullName, StringComparer.Ordinal).SelectMany(Of)];

    /// <summary>The lines of one type.</summary>
    public static IReadOnlyList<string> Of(Type type)
    {
        string name = TypeText.FullName(type);
        string declaration = TypeText.Declaration(type);
        if (type.IsSubclassOf(typeof(Delegate))) return [declaration];
        IEnumerable<string> members = Members(type).Select(member => $"{name}.{member}").Order(StringComparer.Ordinal);
        return [declaration, .. members];
    }

    private static IEnumerable<string> Members(Type type)
    {
        HashSet<MethodInfo> accessors = [];
        foreach (PropertyInfo property in type.GetProperties(Declared))
        {
            accessors.UnionWith(property.GetAccessors(nonPublic: true));
            if (property.GetAccessors(nonPublic: true).Any(IsVisible)
                && IsWritten(property)
                && !IsOverride(property.GetAccessors(nonPublic: true)[0]))
            {
                yield return MemberText.Of(property);
            }
        }

        foreach (EventInfo declared in type.GetEvents(Declared))
        {
            accessors.UnionWith([declared.AddMethod!, declared.RemoveMethod!]);
            if (IsVisible(declared.AddMethod!)) yield return MemberText.Of(declared);
        }

        foreach (MethodInfo method in type.GetMethods(Declared).Where(IsVisible).Where(IsWritten).Where(method => !IsOverride(method)))
        {
            if (!accessors.Contains(method)) yield return MemberText.Of(method);
        }

        IEnumerable<ConstructorInfo> visible = type.GetConstructors(Declared).Where(IsVisible);
        foreach (ConstructorInfo constructor in visible.Where(IsWritten).Where(one => !one.IsStatic))
        {
            yield return MemberText.Of(constructor);
        }

        foreach (FieldInfo field in type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly))
        {
            if (!field.IsSpecialName) yield return MemberText.Of(field);
        }
    }

    /// <summary>Whether another assembly can see it.</summary>
    internal static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    /// <summary>Not what the compiler makes by itself, such as the equality of records and the shells of extension blocks.</summary>
    private static bool IsWritten(MemberInfo member) =>
        !member.Name.Contains('<', StringComparison.Ordinal)
        && (member is PropertyInfo || !member.IsDefined(typeof(CompilerGeneratedAttribute)))
        && (member.DeclaringType is not { } outer || IsWritten(outer)) && member.Name != "EqualityContract";

    private static bool IsOverride(MethodInfo method) => method.GetBaseDefinition().DeclaringType != method.DeclaringType;
}
