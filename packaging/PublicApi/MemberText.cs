using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Denpa.PublicApi;

/// <summary>Members as one line each: name, parameters, then an arrow, the modifiers and the type.</summary>
internal static class MemberText
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(ConstructorInfo constructor) =>
        $"new({Parameters(constructor)}){(constructor.IsPublic ? "" : " -> protected")}";

    public static string Of(MethodInfo method) =>
        $"{method.Name}{TypeParameters(method)}{Signature(method)}{TypeText.Constraints(method.GetGenericArguments())}";

    public static string Of(PropertyInfo property)
    {
        MethodInfo[] accessors = [.. property.GetAccessors(nonPublic: true).Where(ApiListing.IsVisible)];
        string named = property.GetIndexParameters() is { Length: > 0 } index ? $"this[{Parameters(index)}]" : property.Name;
        string required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        string body = string.Join(" ", accessors.Select(accessor => $"{Access(accessor, accessors)}{AccessorName(property, accessor)};"));
        string type = TypeText.Of(Nullability.Create(property), property);
        return $"{named} -> {Modifiers(Widest(accessors))}{required}{Reference(property.PropertyType, property)}{type} {{ {body} }}";
    }

    public static string Of(EventInfo declared) =>
        $"{declared.Name} -> event {Modifiers(declared.AddMethod!)}{TypeText.Of(Nullability.Create(declared), declared)}";

    public static string Of(FieldInfo field)
    {
        if (field.DeclaringType!.IsEnum)
            return $"{field.Name} = {Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}";
        string type = TypeText.Of(Nullability.Create(field), field);
        string access = field.IsPublic ? "" : "protected ";
        if (field.IsLiteral) return $"{field.Name} = {Literal(field.GetRawConstantValue(), field.FieldType)} -> {access}const {type}";
        return $"{field.Name} -> {access}{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{type}";
    }

    /// <summary>The parameters and what is returned.</summary>
    public static string Signature(MethodInfo method)
    {
        string type = TypeText.Of(Nullability.Create(method.ReturnParameter), method.ReturnParameter);
        return $"({Parameters(method)}) -> {Modifiers(method)}{Reference(method.ReturnType, method.ReturnParameter)}{type}";
    }

    private static string Parameters(MethodBase method)
    {
        string extended = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return extended + Parameters(method.GetParameters());
    }

    private static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(Of));

    private static string Of(ParameterInfo parameter)
    {
        string passed = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute))
            ? "params "
            : !parameter.ParameterType.IsByRef ? ""
            : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
        string preset = parameter.HasDefaultValue ? $" = {Literal(parameter.RawDefaultValue, parameter.ParameterType)}" : "";
        return $"{passed}{TypeText.Of(Nullability.Create(parameter), parameter)} {parameter.Name}{preset}";
    }

    private static string TypeParameters(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(one => one.Name))}>" : "";

    private static string Modifiers(MethodInfo method)
    {
        string access = method.IsPublic ? "" : "protected ";
        string kind = method.IsStatic ? "static " : "";
        bool inherited = method.DeclaringType!.IsInterface || method.DeclaringType.IsSubclassOf(typeof(Delegate));
        string open = inherited ? "" : method.IsAbstract ? "abstract " : method.IsVirtual && !method.IsFinal ? "virtual " : "";
        return access + kind + open;
    }

    private static string Reference(Type type, ICustomAttributeProvider place) =>
        !type.IsByRef ? "" : place.IsDefined(typeof(IsReadOnlyAttribute), inherit: false) ? "ref readonly " : "ref ";

    private static MethodInfo Widest(MethodInfo[] accessors) => accessors.FirstOrDefault(accessor => accessor.IsPublic) ?? accessors[0];

    private static string Access(MethodInfo accessor, MethodInfo[] all) =>
        !accessor.IsPublic && all.Any(one => one.IsPublic) ? "protected " : "";

    private static string AccessorName(PropertyInfo property, MethodInfo accessor)
    {
        if (accessor == property.GetMethod) return "get";
        return accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init" : "set";
    }

    private static string Literal(object? value, Type type)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        return value switch
        {
            null => type.IsValueType && plain == type ? "default" : "null",
            string text => $"\"{text}\"",
            bool truth => truth ? "true" : "false",
            _ when plain.IsEnum => $"{plain.Name}.{Enum.ToObject(plain, value)}",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }
}
