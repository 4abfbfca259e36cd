using System.Reflection;
using System.Runtime.CompilerServices;

namespace Denpa.PublicApi;

/// <summary>Types as C# writes them, with nullability and the names of tuple elements.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(nint)] = "nint",
        [typeof(nuint)] = "nuint",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    /// <summary>Namespace and name, with the names of the type parameters.</summary>
    public static string FullName(Type type) =>
        type.DeclaringType is { } outer ? $"{FullName(outer)}.{ShortName(type)}" : $"{type.Namespace}.{ShortName(type)}";

    /// <summary>The line of a type: what it is, what it derives from, what it implements, what it asks of its type parameters.</summary>
    public static string Declaration(Type type)
    {
        if (type.IsEnum) return $"{FullName(type)} : enum {Of(Enum.GetUnderlyingType(type))}";
        if (type.IsSubclassOf(typeof(Delegate))) return $"{FullName(type)} : delegate {MemberText.Signature(type.GetMethod("Invoke")!)}";
        IEnumerable<Type> inherited = type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType)
            ? [parent]
            : [];
        IEnumerable<string> bases =
        [
            .. inherited.Select(Of),
            .. type.GetInterfaces().Where(one => one.IsVisible).Select(Of).Order(StringComparer.Ordinal),
        ];
        string after = string.Concat(bases.Select(one => $", {one}"));
        return $"{FullName(type)} : {Kind(type)}{after}{Constraints(type.GetGenericArguments())}";
    }

    /// <summary>A type without nullability.</summary>
    public static string Of(Type type) => Of(type, null, Names(null));

    /// <summary>A type where it is used, with the nullability and the tuple names that stand there.</summary>
    public static string Of(NullabilityInfo nullability, ICustomAttributeProvider place) => Of(nullability.Type, nullability, Names(place));

    /// <summary>What is asked of type parameters.</summary>
    public static string Constraints(Type[] parameters) =>
        string.Concat(parameters.Where(one => one.IsGenericParameter).Select(Constraint));

    private static string Of(Type type, NullabilityInfo? nullability, Queue<string?> names)
    {
        if (type.IsByRef) return Of(type.GetElementType()!, nullability, names);
        if (type.IsPointer) return $"{Of(type.GetElementType()!, null, names)}*";
        if (Nullable.GetUnderlyingType(type) is { } value) return $"{Of(value, nullability, names)}?";
        string mark = !type.IsValueType && Annotated(nullability) ? "?" : "";
        if (type.IsArray)
            return $"{Of(type.GetElementType()!, nullability?.ElementType, names)}[{new string(',', type.GetArrayRank() - 1)}]{mark}";
        if (Keywords.TryGetValue(type, out string? keyword)) return keyword + mark;
        if (!type.IsGenericType) return type.Name + mark;

        Type[] arguments = type.GetGenericArguments();
        bool tuple = type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true;
        string?[] elements = [.. arguments.Select(_ => tuple && names.Count > 0 ? names.Dequeue() : null)];
        string inner = string.Join(", ", arguments.Select((argument, i) =>
        {
            NullabilityInfo? of = nullability?.GenericTypeArguments.Length == arguments.Length ? nullability.GenericTypeArguments[i] : null;
            string text = Of(argument, of, names);
            return elements[i] is { } name ? $"{text} {name}" : text;
        }));
        return tuple ? $"({inner})" : $"{Bare(type)}<{inner}>{mark}";
    }

    /// <summary>Whether null may be read there, or written. Of a type parameter that may stand for a value this is not known.</summary>
    private static bool Annotated(NullabilityInfo? nullability) =>
        nullability is { ReadState: NullabilityState.Nullable } or { WriteState: NullabilityState.Nullable }
        && !(nullability.Type.IsGenericParameter && !IsReference(nullability.Type));

    private static bool IsReference(Type parameter) =>
        parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint);

    private static Queue<string?> Names(ICustomAttributeProvider? place) =>
        new(place?.GetCustomAttributes(typeof(TupleElementNamesAttribute), inherit: false) is [TupleElementNamesAttribute names]
            ? names.TransformNames
            : []);

    private static string Bare(Type type) => type.Name.Split('`')[0];

    private static string ShortName(Type type) =>
        type.IsGenericTypeDefinition ? $"{Bare(type)}<{string.Join(", ", type.GetGenericArguments().Select(one => one.Name))}>" : type.Name;

    private static string Kind(Type type)
    {
        const BindingFlags own = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        bool record = type.GetMethod("PrintMembers", own) is not null;
        string kind = type.IsInterface ? "interface" : type.IsValueType ? "struct" : "class";
        if (record) kind = type.IsValueType ? "record struct" : "record";
        if (type.IsInterface) return kind;
        if (type.IsValueType)
            return (type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "") + (type.IsByRefLike ? "ref " : "") + kind;
        return (type.IsAbstract ? type.IsSealed ? "static " : "abstract " : type.IsSealed ? "sealed " : "") + kind;
    }

    private static string Constraint(Type parameter)
    {
        GenericParameterAttributes asked = parameter.GenericParameterAttributes;
        bool value = asked.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        bool unmanaged = parameter.GetCustomAttributesData().Any(data => data.AttributeType.Name == "IsUnmanagedAttribute");
        IEnumerable<string> all =
        [
            .. asked.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? (string[])["class"] : [],
            .. value ? (string[])[unmanaged ? "unmanaged" : "struct"] : [],
            .. parameter.GetGenericParameterConstraints()
                .Where(one => one != typeof(ValueType))
                .Select(Of)
                .Where(one => one != "ValueType"),
            .. asked.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !value ? (string[])["new()"] : [],
            .. asked.HasFlag(GenericParameterAttributes.AllowByRefLike) ? (string[])["allows ref struct"] : [],
        ];
        return all.Any() ? $" where {parameter.Name} : {string.Join(", ", all)}" : "";
    }
}
