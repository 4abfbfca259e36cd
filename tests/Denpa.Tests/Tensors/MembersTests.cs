using System.Reflection;
using System.Runtime.CompilerServices;

namespace Denpa.Tests;

/// <summary>What can be done to a tensor is a member of its type, so that F#, Visual Basic and reflection see it.</summary>
public sealed class MembersTests
{
    private const BindingFlags Static = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly MethodInfo[] StaticMethods =
        [.. typeof(Tensor).Assembly.GetExportedTypes().SelectMany(type => type.GetMethods(Static))];

    [Fact]
    public void Only_enumerations_have_extensions()
    {
        IEnumerable<MethodInfo> extensions = StaticMethods.Where(method => method.IsDefined(typeof(ExtensionAttribute)));
        Assert.All(
            extensions, method => Assert.True(method.GetParameters()[0].ParameterType.IsEnum, $"{method.DeclaringType}.{method.Name}"));
    }

    [Fact]
    public void Each_operator_is_declared_by_the_type_of_an_operand_or_of_its_result()
    {
        IEnumerable<MethodInfo> operators = StaticMethods.Where(method => method.Name.StartsWith("op_", StringComparison.Ordinal));
        Assert.All(operators, method => Assert.Contains(
            method.DeclaringType, method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)));
    }

    [Theory]
    [InlineData("op_Addition")]
    [InlineData("op_UnaryNegation")]
    [InlineData("op_LessThan")]
    [InlineData("op_BitwiseAnd")]
    [InlineData("op_LogicalNot")]
    [InlineData("Concatenate")]
    [InlineData("Relu")]
    [InlineData("Sum")]
    [InlineData("Backward")]
    public void A_tensor_has_it(string member) => Assert.NotEmpty(typeof(Tensor).GetMember(member));
}
