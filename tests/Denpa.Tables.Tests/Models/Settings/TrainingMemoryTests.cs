namespace Denpa.Tables.Tests;

public sealed class TrainingMemoryTests
{
    [Theory]
    [InlineData("sgd", null, 3)]
    [InlineData("momentum", null, 4)]
    [InlineData("nesterov", null, 4)]
    [InlineData("adagrad", null, 4)]
    [InlineData("rmsprop", null, 4)]
    [InlineData("rmsprop", 0.9, 5)]
    [InlineData("adam", null, 5)]
    [InlineData("adamw", null, 5)]
    public void Weights_are_there_with_their_gradients_the_best_ones_and_what_the_optimizer_remembers(
        string optimizer, double? momentum, int numbers)
    {
        TrainingSettings settings = new() { Hidden = [10], Optimizer = optimizer, Momentum = momentum };
        int weights = (4 + 1) * 10 + (10 + 1) * 3;

        Assert.Equal(numbers * weights * 4.0, Weights(settings));
        Assert.Equal(numbers * weights * 8.0, Weights(settings with { DType = DType.Float64 }));

        static double Weights(TrainingSettings settings) => TrainingMemory.Of(Small.Schema(4, 3), settings, 100, 20).Weights;
    }

    [Fact]
    public void What_is_remembered_of_a_weight_is_what_the_optimizer_saves()
    {
        foreach (OptimizerChoice choice in OptimizerChoice.All)
        {
            TrainingSettings settings = new() { Optimizer = choice.Name };
            Optimizer optimizer = choice.Create(settings, new[] { new Parameter(Tensor.Ones([3])) });
            Assert.Equal(choice.NumbersPerWeight(settings), optimizer.SaveState().Values.Count(state => state.Length == 3));
        }
    }

    [Fact]
    public void Rows_grow_with_the_batch_and_the_data()
    {
        TrainingSettings settings = new() { Hidden = [10], BatchSize = 16 };
        double batch = TrainingMemory.Of(Small.Schema(4, 3), settings, 1000, 0).Rows;

        Assert.Equal(16 * (4 + 6 * 10 + 6 * 3) * 4.0, Rows(settings with { BatchSize = 32 }, 1000) - batch);
        Assert.Equal(500 * 4 * 4.0, Rows(settings, 1500) - batch);
        Assert.Equal(16 * 3 * 10 * 4.0, Rows(settings with { Dropout = 0.5 }, 1000) - batch);

        // Three networks of as many units hold three times what one holds; the rows they share.
        Assert.Equal(2 * 16 * 6 * 10 * 4.0, Rows(settings with { Members = 3 }, 1000) - batch);

        double Rows(TrainingSettings changed, int rows) => TrainingMemory.Of(Small.Schema(4, 3), changed, rows, 0).Rows;
    }

    [Theory]
    [InlineData(20.4e6, "training needs about 26 MB of memory, and 1 MB are free: use smaller hidden layers")]
    [InlineData(2e9, "training needs about 2.5 GB of memory, and 1 MB are free: use smaller hidden layers")]
    [InlineData(2e19, "training needs about 25000000000 GB of memory, and 1 MB are free: use smaller hidden layers")]
    public void What_has_no_room_is_refused_in_a_unit_that_fits(double weights, string message)
    {
        TrainingMemory memory = new() { Weights = weights, Rows = 0 };

        Assert.Equal(message, Assert.Throws<ArgumentException>(() => memory.RequireRoom(1e6)).Message);
        memory.RequireRoom(1e21);
    }

    [Fact]
    public void Rows_that_take_the_most_are_blamed() => Assert.EndsWith(
        ", and 0 MB are free: use smaller batches, smaller hidden layers or fewer rows",
        Assert.Throws<ArgumentException>(() => new TrainingMemory { Weights = 1, Rows = 10 }.RequireRoom(0)).Message,
        StringComparison.Ordinal);
}
