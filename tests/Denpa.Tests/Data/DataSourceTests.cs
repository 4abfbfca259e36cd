using Denpa.Tests.Formats;
using Denpa.Tests.Training;

namespace Denpa.Tests;

/// <summary>Datasets whose samples are fetched when they are needed.</summary>
public sealed class DataSourceTests
{
    private const int Rows = 2500;

    [Fact]
    public void Rows_are_fetched_in_the_order_that_they_are_asked_for()
    {
        Dataset data = new(new Counting());
        Dataset subset = data.Subset(3, 0, 3);
        Assert.Equal([3.0, 0.5, 0, 0.5, 3, 0.5], subset.Features.ToArray<double>());
        Assert.Equal([6.0, 0, 6], subset.Targets.ToArray<double>());
        Assert.Equal("rows: there is no row 2500; the rows are 0 to 2499", Assert.Throws<ShapeException>(() => data.Subset(Rows)).Message);
    }

    [Fact]
    public void Training_on_a_source_is_training_on_its_tensors()
    {
        Counting source = new();
        Dataset fetched = new(source);
        Dataset held = new(new Dataset(new Counting()).Features, new Dataset(new Counting()).Targets);
        (Linear one, TrainingResult first) = Train(fetched);
        (Linear other, TrainingResult second) = Train(held);
        Assert.True(RandomTensors.SameBits(one.Weight.Value, other.Weight.Value));
        Assert.Equal(second.History.Select(record => record.TrainingLoss), first.History.Select(record => record.TrainingLoss));
        Assert.Equal(second.History[^1].ValidationLoss!.Value, first.History[^1].ValidationLoss!.Value, 1e-12);
        Assert.InRange(source.MostRows, 1, 1024);
    }

    [Fact]
    public void A_source_without_samples_is_refused() =>
        Assert.Throws<ShapeException>(() => new Dataset(new Counting { Total = 0 }));

    private static (Linear Model, TrainingResult Result) Train(Dataset data)
    {
        Linear model = new(2, 1, new Generator(1), dtype: DType.Float64);
        Trainer trainer = new(
            model, new MeanSquaredError(), new Sgd(model.Parameters, 1e-8), new TrainingOptions { Epochs = 2, BatchSize = 100 });
        return (model, trainer.Train(data, data));
    }

    /// <summary>Features (row, ½) and targets 2 · row, made when they are asked for.</summary>
    private sealed class Counting : DataSource
    {
        public int Total { get; init; } = Rows;

        public int MostRows { get; private set; }

        public override int Count => Total;

        public override IReadOnlyList<TensorSpec> Samples => [new(DType.Float64, [2]), new(DType.Float64, [1])];

        public override void Gather(ReadOnlySpan<int> rows, IReadOnlyList<RowDestination> destinations)
        {
            MostRows = Math.Max(MostRows, rows.Length);
            Span<double> features = destinations[0].Elements<double>();
            Span<double> targets = destinations[1].Elements<double>();
            for (int i = 0; i < rows.Length; i++)
            {
                (features[2 * i], features[(2 * i) + 1]) = (rows[i], 0.5);
                targets[i] = 2 * rows[i];
            }
        }
    }
}
