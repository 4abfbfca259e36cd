using Denpa.Tests.Support;

namespace Denpa.Tests;

/// <summary>What holds of every op that there is, on its examples.</summary>
public sealed class EveryOpTests
{
    public static TheoryData<string> Names => [.. OpExamples.All().Select(example => example.Op.Name).Distinct()];

    [Fact]
    public void Every_op_has_an_example()
    {
        IEnumerable<Type> shown = OpExamples.All().Select(example => Definition(example.Op.GetType()));
        IEnumerable<Type> ops = typeof(Op).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Op)) && !type.IsAbstract);
        Assert.Empty(ops.Except(shown).Select(op => $"{op.Name} has no example in {nameof(OpExamples)}"));
    }

    [Fact]
    public void Every_op_that_back_propagation_runs_has_an_example()
    {
        HashSet<string> shown = [.. OpExamples.All().Select(example => example.Op.Name)];
        Assert.All(
            OpExamples.All().Where(example => example.HasDerivative),
            example => Assert.Empty(Support.Ops.Of(() => DerivativesOf(example)).Except(shown)));
    }

    [Fact]
    public void No_two_ops_share_a_name() => Assert.All(
        OpExamples.All().GroupBy(example => example.Op.Name),
        named => Assert.Single(named.Select(example => (Definition(example.Op.GetType()), example.Op.Formula)).Distinct()));

    [Theory]
    [MemberData(nameof(Names))]
    public void It_does_to_memory_what_it_declares(string name) => OnExamples(
        name, example => DeclarationAssert.Holds(() => OpExample.Apply(example.Op, example.Inputs)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_first_and_second_derivatives_agree_with_differences(string name) => OnExamples(name, example =>
    {
        if (example.HasDerivative) DerivativeAssert.FirstAndSecond(inputs => OpExample.Apply(example.Op, inputs), example.Inputs);
        else Assert.All(example.Inputs.Index(), input => AssertNoDerivative(example, input.Index));
    });

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static Gradients DerivativesOf(OpExample example)
    {
        Tensor[] inputs = [.. example.Inputs.Select(input => input.DType.IsFloatingPoint ? input.Watch() : input)];
        Tensor output = OpExample.Apply(example.Op, inputs);
        return output.Backward(Tensor.Ones(output.Shape, output.DType));
    }

    private static void AssertNoDerivative(OpExample example, int input)
    {
        if (example.Inputs[input].DType.IsFloatingPoint) Assert.Throws<GraphException>(() => example.Op.Derivative(input, default));
    }

    private static void OnExamples(string name, Action<OpExample> check) =>
        Assert.All(OpExamples.All().Where(example => example.Op.Name == name), check);
}
