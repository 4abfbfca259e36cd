using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Denpa.Tables;

/// <summary>Reads values from an object's public properties, by code that is compiled once.</summary>
internal sealed class PropertyAccessors<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>
{
    private readonly PropertyInfo[] properties =
    [
        .. typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanRead && property.GetIndexParameters().Length == 0),
    ];

    /// <summary>The names by which columns may find the properties.</summary>
    public IReadOnlyCollection<string> Names => [.. properties.Select(NameOf)];

    /// <summary>What reads the property of a column; null where there is none.</summary>
    /// <exception cref="TableException">Several properties may be meant, or the property's type is no value of a table.</exception>
    public Func<T, FieldValue>? Find(string column)
    {
        PropertyInfo[] found = [.. properties.Where(property => NameOf(property) == column)];
        string letters = LooseNames.Letters(column);
        if (found.Length == 0) found = [.. properties.Where(property => LooseNames.Letters(NameOf(property)) == letters)];
        if (found.Length == 0) return null;
        if (found.Length == 1) return Compile(found[0]);
        string names = Quoted.List([.. found.Select(property => property.Name)]);
        throw new TableException(typeof(T).Name, null, null, $"properties {names} could all be column {Quoted.Text(column)} — rename one");
    }

    private static string NameOf(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? property.Name;

    private static Func<T, FieldValue> Compile(PropertyInfo property)
    {
        ParameterExpression row = Expression.Parameter(typeof(T), "row");
        Expression value = Expression.Property(row, property);
        Type? underlying = Nullable.GetUnderlyingType(property.PropertyType);
        if (underlying is null) return Expression.Lambda<Func<T, FieldValue>>(Convert(property, value), row).Compile();
        Expression present = Convert(property, Expression.Convert(value, underlying));
        Expression isThere = Expression.NotEqual(value, Expression.Constant(null, property.PropertyType));
        Expression field = Expression.Condition(isThere, present, Expression.Constant(FieldValue.Missing));
        return Expression.Lambda<Func<T, FieldValue>>(field, row).Compile();
    }

    private static InvocationExpression Convert(PropertyInfo property, Expression value)
    {
        Type type = value.Type;
        if (type.IsEnum) return Of<Enum>(one => FieldValue.OfText(one.ToString()), value);
        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => Of<string?>(one => FieldValue.OfText(one), value),
            TypeCode.Boolean => Of<bool>(one => FieldValue.OfTruth(one), value),
            TypeCode.DateTime => Of<DateTime>(one => FieldValue.OfDate(one), value),
            TypeCode.Char => Of<char>(one => FieldValue.OfText(one.ToString()), value),
            TypeCode.Single => Of<float>(one => FieldValue.OfSingle(one), value),
            >= TypeCode.SByte and <= TypeCode.Decimal => Of<double>(one => FieldValue.OfNumber(one), value),
            _ when type == typeof(DateOnly) => Of<DateOnly>(one => FieldValue.OfDay(one), value),
            _ when type == typeof(DateTimeOffset) => Of<DateTimeOffset>(one => FieldValue.OfMoment(one), value),
            _ when type == typeof(object) || type == typeof(Guid) || type == typeof(Half) =>
                Of<object?>(one => FieldValue.Of(one) ?? FieldValue.OfText(one!.ToString()), value),
            _ => throw new TableException(
                typeof(T).Name, null, null, $"property {property.Name} is a {type.Name} — give a number, text, bool or date"),
        };
    }

    private static InvocationExpression Of<TValue>(Expression<Func<TValue, FieldValue>> make, Expression value) =>
        Expression.Invoke(make, value.Type == typeof(TValue) ? value : Expression.Convert(value, typeof(TValue)));
}
