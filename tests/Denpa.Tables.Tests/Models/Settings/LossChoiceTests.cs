namespace Denpa.Tables.Tests;

public sealed class LossChoiceTests
{
    private static readonly NumberTarget Number = new() { Name = "price", Scaling = new Scaling(0, 1) };
    private static readonly ClassTarget Two = Small.Classes("a", "b");
    private static readonly ClassTarget Three = Small.Classes("a", "b", "c");

    [Theory]
    [InlineData("auto", typeof(HalfSquaredError))]
    [InlineData("half-mse", typeof(HalfSquaredError))]
    [InlineData("mse", typeof(MeanSquaredError))]
    [InlineData("mae", typeof(AbsoluteError))]
    [InlineData("huber", typeof(Huber))]
    public void A_number_has_losses_of_errors(string name, Type type) => Assert.IsType(type, Loss(name, Number));

    [Fact]
    public void Classes_have_losses_of_entropy()
    {
        Assert.IsType<SoftmaxCrossEntropy>(Loss("auto", Three));
        Assert.IsType<SoftmaxCrossEntropy>(Loss("cross-entropy", Three));
        Assert.IsType<BinaryCrossEntropy>(Loss("auto", Two));
        Assert.IsType<BinaryCrossEntropy>(Loss("cross-entropy", Two));
        Assert.IsType<BinaryCrossEntropy>(Loss("binary-cross-entropy", Two));
    }

    [Fact]
    public void Every_loss_goes_with_a_number_or_with_two_classes()
    {
        foreach (LossChoice choice in LossChoice.All) Assert.True(Takes(choice.Name, Number) || Takes(choice.Name, Two), choice.Name);
    }

    [Fact]
    public void A_loss_that_does_not_go_with_the_target_is_refused()
    {
        Assert.Equal(
            "no loss for the number \"price\" is called \"cross-entropy\": use one of half-mse, mse, mae, huber",
            Refused(() => Loss("cross-entropy", Number)));
        Assert.Equal(
            "the loss \"mse\" does not go with the classes of \"y\": use cross-entropy or binary-cross-entropy",
            Refused(() => Loss("mse", Two)));
        Assert.Equal(
            "the loss \"binary-cross-entropy\" does not go with the classes of \"y\": use cross-entropy",
            Refused(() => Loss("binary-cross-entropy", Three)));
    }

    private static Loss Loss(string name, TargetSchema target) => LossChoice.Create(new TrainingSettings { Loss = name }, target);

    private static bool Takes(string name, TargetSchema target)
    {
        try
        {
            Loss(name, target);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string Refused(Action choose) => Assert.Throws<ArgumentException>(choose).Message;
}
