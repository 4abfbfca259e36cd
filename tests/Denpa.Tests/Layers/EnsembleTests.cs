using Denpa.Tests.Support;

namespace Denpa.Tests.Layers;

public sealed class EnsembleTests
{
    [Fact]
    public void Numbers_are_averaged() => TensorAssert.Close(
        [1, 2], [2, 5], Answers(EnsembleMean.Outputs, Tensor.From([1.0, 4], [1, 2]), Tensor.From([3.0, 6], [1, 2])), 1e-15, 1e-15);

    [Fact]
    public void Probabilities_of_all_classes_are_averaged()
    {
        (Tensor a, Tensor b) = (Tensor.From([1.0, 2, 0.5], [1, 3]), Tensor.From([-1.0, 3, 0], [1, 3]));
        Tensor mean = (a.Softmax() + b.Softmax()) / 2;
        TensorAssert.Close(mean, Answers(EnsembleMean.Probabilities, a, b).Softmax(), 1e-14, 1e-14);
    }

    [Fact]
    public void So_are_those_of_two_classes_from_one_output()
    {
        (Tensor a, Tensor b) = (Tensor.From([-2.0, 800], [2, 1]), Tensor.From([1.0, 700], [2, 1]));
        Tensor answers = Answers(EnsembleMean.Probabilities, a, b);
        TensorAssert.Close(((a.Sigmoid() + b.Sigmoid()) / 2).Rows(..1), answers.Sigmoid().Rows(..1), 1e-14, 1e-14);

        // Of logits that round to a probability of one: log 2 − log(e⁻⁸⁰⁰ + e⁻⁷⁰⁰) is 700.69….
        Assert.Equal(700.693147180559945, answers.ToArray<double>()[1], 1e-10);
    }

    [Fact]
    public void One_member_answers_as_it_would_alone()
    {
        Linear member = new(2, 1, new Generator(1));
        Tensor input = Tensor.Ones([3, 2]);
        TensorAssert.Close(member.Forward(input), new Ensemble([member], EnsembleMean.Probabilities).Forward(input), 0, 0);
    }

    [Fact]
    public void It_is_stored_with_its_members_and_what_they_are_made_around()
    {
        Sequential network = new(new Ensemble(
            [Member(1), Member(2)], EnsembleMean.Probabilities));
        using MemoryStream file = new();
        network.Save(file);
        file.Position = 0;
        Sequential loaded = Sequential.Load(file, "file");
        Tensor input = Tensor.Normal([6, 7], new Generator(5));
        network.Evaluate();
        TensorAssert.Close(network.Forward(input), loaded.Forward(input), 0, 0);
        Assert.Equal(network.ToString(), loaded.ToString());

        static Sequential Member(ulong seed)
        {
            Generator generator = new(seed);
            return new Sequential(
                new PeriodicEmbedding(7, [0, 6], generator),
                new CategoryEmbedding(13, [(1, 2), (3, 3)], generator, size: 2),
                new FeatureScale(12),
                new Linear(12, 4, generator),
                new ParametricActivation(new Elu(0.5), 4),
                new Linear(4, 3, generator));
        }
    }

    [Fact]
    public void It_needs_a_member() => Assert.Throws<ArgumentException>(() => new Ensemble([]));

    private static Tensor Answers(EnsembleMean mean, params Tensor[] outputs) =>
        new Ensemble(outputs.Select(output => new Answer(output)), mean).Forward(Tensor.Ones([1], DType.Float64));

    /// <summary>Whatever the input, one answer.</summary>
    private sealed class Answer(Tensor output) : Layer
    {
        protected override Tensor Compute(Tensor input) => output;
    }
}
