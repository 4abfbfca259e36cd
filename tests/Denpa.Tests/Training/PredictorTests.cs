using Denpa.Tests.Formats;

namespace Denpa.Tests.Training;

public sealed class PredictorTests
{
    private static readonly Tensor Features = Tensor.Normal([37, 4], new Generator(1));

    [Fact]
    public void Predictions_are_the_model_s_outputs_in_its_mode_for_use()
    {
        Generator generator = new(2);
        Linear linear = new(4, 3, generator);
        Predictor predictor = new(new Sequential(linear, new Dropout(0.5, generator)));
        Assert.True(RandomTensors.SameBits(linear.Forward(Features), predictor.Predict(Features)));
        Assert.False(predictor.Predict(Features).IsTracked);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(36)]
    [InlineData(37)]
    public void Large_inputs_go_through_in_batches(int batchSize)
    {
        List<int> batches = [];
        FunctionLayer spy = new(x =>
        {
            batches.Add(x.Shape[0]);
            return x * 2;
        });
        Assert.True(RandomTensors.SameBits(Features * 2, new Predictor(spy, batchSize).Predict(Features)));
        Assert.Equal(batchSize, batches.Max());
    }

    [Fact]
    public void A_model_that_makes_no_row_of_each_row_takes_all_at_once()
    {
        FunctionLayer sum = new(x => x.Sum(axes: 0, keepDimensions: true));
        Assert.Equal([1, 4], new Predictor(sum).Predict(Features).Shape);
        string message = Assert.Throws<ShapeException>(() => new Predictor(sum, 5).Predict(Features)).Message;
        Assert.StartsWith("predict: of 5 rows the model makes [1, 4]; ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_batch_whose_output_is_unlike_the_first_is_refused()
    {
        // Batches of five, and two rows are left.
        AssertRefused(x => x.Shape[0] == 5 ? x : x.Sum(axes: 0, keepDimensions: true), "predict: of 2 rows the model makes [1, 4]; ");
        AssertRefused(x => x.Shape[0] == 5 ? x : x.Sum(), "predict: of 2 rows the model makes []; ");
        const string Alike = "of the 5 of the first batch float32 [5, 4]; its rows must be alike whatever the batch, ";
        AssertRefused(x => x.Shape[0] == 5 ? x : x.Sum(axes: 1), $"predict: of 2 rows the model makes float32 [2], {Alike}");
        AssertRefused(x => x.Shape[0] == 5 ? x : x.Reshape(2, 2, 2), $"predict: of 2 rows the model makes float32 [2, 2, 2], {Alike}");
        AssertRefused(x => x.Shape[0] == 5 ? x : x.To(DType.Float64), $"predict: of 2 rows the model makes float64 [2, 4], {Alike}");

        static void AssertRefused(Func<Tensor, Tensor> model, string expected)
        {
            Predictor predictor = new(new FunctionLayer(model), 5);
            Assert.StartsWith(expected, Assert.Throws<ShapeException>(() => predictor.Predict(Features)).Message, StringComparison.Ordinal);
            using GraphScope recorded = Graph.Record(new Recording());
            Assert.StartsWith(expected, Assert.Throws<ShapeException>(() => predictor.Predict(Features)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Classes_are_the_columns_of_the_highest_scores_or_the_signs_of_single_logits()
    {
        Predictor identity = new(new FunctionLayer(x => x));
        Tensor scores = Tensor.From(new float[,] { { 1, 5, 2 }, { 0, 0, -1 }, { -3, -2, -1 } });
        Tensor logits = Tensor.From(new float[,] { { -0.1f }, { 0.1f }, { 0 } });
        Assert.Equal([1L, 0, 2], identity.PredictClasses(scores).ToArray<long>());
        Assert.Equal([0L, 1, 0], identity.PredictClasses(logits).ToArray<long>());
    }

    [Fact]
    public void Classes_of_rows_that_hold_NaN_are_those_of_ArgMax()
    {
        Predictor identity = new(new FunctionLayer(x => x));
        Tensor scores = Tensor.From(new[,] { { 1, float.NaN, 2 }, { float.NaN, 5, float.NaN }, { 0, 1, float.PositiveInfinity } });
        Assert.Equal(scores.ArgMax(axis: 1).ToArray<long>(), identity.PredictClasses(scores).ToArray<long>());
        Assert.Equal([1L, 0, 2], identity.PredictClasses(scores).ToArray<long>());

        // A single logit x stands for the scores 0 and x.
        Tensor logits = Tensor.From(new[,] { { float.NaN }, { -1 } });
        Assert.Equal([1L, 0], identity.PredictClasses(logits).ToArray<long>());
    }

    [Fact]
    public void Eight_threads_at_once_get_what_one_gets()
    {
        Generator generator = new(3);
        Sequential model = new(new Linear(4, 64, generator), new Relu(), new Dropout(0.5, generator), new Linear(64, 3, generator));
        Predictor predictor = new(model, batchSize: 10);
        Tensor expected = predictor.Predict(Features);
        Tensor[] results = new Tensor[8 * 20];
        Thread[] threads = [.. Enumerable.Range(0, 8).Select(thread => new Thread(() =>
        {
            for (int i = 0; i < 20; i++) results[(thread * 20) + i] = predictor.Predict(Features);
        }))];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();
        Assert.All(results, result => Assert.True(RandomTensors.SameBits(expected, result)));
    }

    [Fact]
    public void Features_without_rows_are_refused()
    {
        Predictor predictor = new(new FunctionLayer(x => x));
        Assert.Throws<ShapeException>(() => predictor.Predict(Tensor.Ones([0, 4])));
        Assert.Throws<ShapeException>(() => predictor.Predict(Tensor.Ones([])));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Predictor(new FunctionLayer(x => x), 0));
    }

    [Fact]
    public void A_predictor_of_a_module_whose_scalar_changed_follows_it()
    {
        foreach (bool declared in (bool[])[false, true])
        {
            double scale = 1;
            Predictor predictor = new(new FunctionLayer(x => x * scale, declared));
            Tensor x = Tensor.From(1.0, 2);
            for (int run = 1; run <= 40; run++)
            {
                scale = run;
                Assert.Equal([1.0 * run, 2.0 * run], predictor.Predict(x).ToArray<double>());
            }
        }
    }

    [Fact]
    public void A_predictor_follows_a_switch_of_mode()
    {
        Dropout dropout = new(0.5, new Generator(14));
        Predictor predictor = new(dropout);
        Tensor x = Tensor.Ones([64], DType.Float64);
        for (int run = 0; run < 5; run++) Assert.Equal(64, predictor.Predict(x).Sum().Item());
        dropout.Train();
        Assert.Contains(0, predictor.Predict(x).ToArray<double>());
        Assert.NotEqual(predictor.Predict(x).ToArray<double>(), predictor.Predict(x).ToArray<double>());
    }
}
