using System.Text.Json;
using System.Text.Json.Serialization;

namespace Denpa.Tests.Support;

/// <summary>One operation on given inputs (ops.json). The upstream gradient is random, of the output's shape; an input's gradient is
/// null where the input is not floating-point.</summary>
public sealed record ReferenceCase(
    string Op,
    string Case,
    JsonElement Attributes,
    ReferenceTensor[] Inputs,
    ReferenceTensor Output,
    ReferenceTensor Upstream,
    ReferenceTensor?[] Gradients)
{
    public override string ToString() => $"{Op}: {Case}";
}

/// <summary>One loss on given predictions and targets (losses.json). Weights are those of samples (along the leading axis) or of
/// elements (the predictions' shape). The upstream gradient is random for reduction "none" and a scalar one otherwise; the gradient
/// is the predictions'.</summary>
public sealed record ReferenceLoss(
    string Loss,
    string Case,
    JsonElement Attributes,
    ReferenceTensor Predictions,
    ReferenceTensor Targets,
    ReferenceTensor? Weights,
    ReferenceTensor Output,
    ReferenceTensor Upstream,
    ReferenceTensor Gradient)
{
    public override string ToString() => $"{Loss}: {Case}";
}

/// <summary>What an initializer draws from for one weight shape (initializers.json): uniform in ±bound, or normal around zero. The He
/// initializers have a mode, "fan-in" or "fan-out".</summary>
public sealed record ReferenceInitializer(
    string Initializer,
    int[] Shape,
    int FanIn,
    int FanOut,
    double Gain,
    string? Mode = null,
    double? Bound = null,
    double? StandardDeviation = null)
{
    public override string ToString() => $"{Initializer}: [{string.Join(", ", Shape)}], gain {Gain:0.###}, {Mode ?? "both fans"}";
}

/// <summary>A hundred steps of an optimizer on a network with tanh between its two layers, under mean squared error
/// (optimizers.json). Each loss is the one before that step's update. Parameters are 0.weight [hidden, in], 0.bias, 2.weight [out,
/// hidden], 2.bias. A group's learning rate takes the place of the one among the attributes; null groups stand for one group of
/// everything.</summary>
public sealed record ReferenceTrajectory(
    string Optimizer,
    string Case,
    JsonElement Attributes,
    ReferenceParameterGroup[]? Groups,
    int[] LayerSizes,
    Dictionary<string, ReferenceTensor> Start,
    ReferenceTensor Inputs,
    ReferenceTensor Targets,
    double[] Losses,
    ReferenceSnapshot[] Snapshots)
{
    public override string ToString() => $"{Optimizer}: {Case}";
}

/// <summary>The names of the parameters that share a learning rate.</summary>
public sealed record ReferenceParameterGroup(double LearningRate, string[] Parameters);

/// <summary>The parameters after a step, counted from one.</summary>
public sealed record ReferenceSnapshot(int Step, Dictionary<string, ReferenceTensor> Parameters);

/// <summary>The learning rate each step is taken with (schedules.json), and the metrics reported after each step where the schedule
/// listens to one.</summary>
public sealed record ReferenceSchedule(string Schedule, JsonElement Attributes, double[]? Metrics, double[] LearningRates)
{
    public override string ToString() => Schedule;
}

/// <summary>A network of two layers, once forward and backward (networks.json), with parameters named as in a
/// <see cref="ReferenceTrajectory"/>.</summary>
public sealed record ReferenceNetwork(
    string Case,
    int[] LayerSizes,
    string Activation,
    string Loss,
    Dictionary<string, ReferenceTensor> Parameters,
    ReferenceTensor Inputs,
    ReferenceTensor Targets,
    ReferenceTensor Logits,
    double LossValue,
    Dictionary<string, ReferenceTensor> Gradients,
    ReferenceTensor InputGradient)
{
    public override string ToString() => Case;
}

/// <summary>What a safetensors file holds (safetensors.json), and what the linear layer in it makes of some inputs.</summary>
public sealed record ReferenceSafetensors(
    string File,
    Dictionary<string, string> Metadata,
    Dictionary<string, ReferenceTensor> Tensors,
    ReferenceTensor Inputs,
    ReferenceTensor Outputs)
{
    public override string ToString() => File;
}

/// <summary>How NumPy prints an array (printing.json). Values that are not finite are text; without a precision it is what <c>str</c>
/// gives.</summary>
public sealed record ReferencePrinting(
    string Case, [property: JsonPropertyName("dtype")] string DType, int[] Shape, JsonElement[] Values, int? Precision, string Text)
{
    public override string ToString() => Case;
}
