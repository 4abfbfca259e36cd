using System.Text;
using Denpa.Tests.Formats;

namespace Denpa.Tests.Networks;

public sealed class SequentialFileTests
{
    [Fact]
    public void A_loaded_network_computes_the_same_bits()
    {
        using TemporaryFolder folder = new();
        Generator generator = new(1);
        Sequential network = new(
            new Linear(6, 5, generator),
            new LeakyRelu(0.2),
            new Dropout(0.25, generator),
            new Sequential(new Linear(5, 4, generator, bias: false), new Elu(0.5), new Gelu(approximate: true)),
            new Flatten(),
            new Linear(4, 3, generator),
            new Softmax());
        string path = Path.Combine(folder.Path, "network.safetensors");
        network.Save(path);

        Sequential loaded = Sequential.Load(path);

        network.Evaluate();
        Tensor inputs = Tensor.Normal([7, 6], new Generator(2));
        Assert.Equal(network.Forward(inputs).ToArray<float>(), loaded.Forward(inputs).ToArray<float>());
        Assert.Equal(network.ToString(), loaded.ToString());
        Assert.Equal(network.Parameters.Select(parameter => parameter.Name), loaded.Parameters.Select(parameter => parameter.Name));
    }

    [Fact]
    public void Every_layer_of_Denpa_can_be_saved_and_loaded()
    {
        Layer[] all =
        [
            .. typeof(Layer).Assembly.GetExportedTypes()
                .Where(type => typeof(Activation).IsAssignableFrom(type) && !type.IsAbstract)
                .Select(type => (Layer)Activator.CreateInstance(
                    type, [.. type.GetConstructors()[0].GetParameters().Select(parameter => parameter.DefaultValue)])!),
        ];
        Assert.InRange(all.Length, 12, 100);
        Assert.Equal(all.Select(layer => layer.ToString()), RoundTrip(new Sequential(all)).Layers.Select(layer => layer.ToString()));
    }

    [Fact]
    public void Float64_stays_float64() => Assert.Equal(
        DType.Float64, RoundTrip(new Sequential(new Linear(2, 1, new Generator(), dtype: DType.Float64))).Parameters.First().Value.DType);

    [Fact]
    public void A_layer_of_another_program_is_made_by_its_registered_kind()
    {
        Sequential network = new(new Scale(3, 2), new Linear(3, 1, new Generator()));
        Sequential loaded = RoundTrip(network, new LayerKinds().Add("Scale", stored => new Scale(stored.WholeNumber("size"), 0)));
        Assert.Equal([2f, 2f, 2f], loaded.Parameters.First().Value.ToArray<float>());
    }

    [Fact]
    public void A_layer_that_is_not_registered_is_refused_by_its_name() => Assert.Equal(
        "network: layer \"0\": the kind of layer \"Scale\" is unknown — if it is your own, say how it is made: LayerKinds.Add",
        Assert.Throws<InvalidFileException>(() => RoundTrip(new Sequential(new Scale(3, 2)))).Message);

    [Fact]
    public void A_layer_that_does_not_say_what_it_is_made_of_cannot_be_saved() => Assert.Equal(
        "save: layer \"0\", Silent, does not say what it is made of; override Attributes",
        Assert.Throws<NotSupportedException>(() => RoundTrip(new Sequential(new Silent()))).Message);

    [Theory]
    [InlineData("""{"version":1,"layers":[{"kind":"Relu"}]}""", "tensors: ")]
    [InlineData("""{"version":1,"layers":[{"kind":"Linear"},{"kind":"Linear"}]}""", "layer \"1\": its weight is missing")]
    [InlineData("""{"version":1,"layers":[null]}""", "layer \"0\": it is null")]
    [InlineData("""{"version":1,"layers":[{"kind":"Process"}]}""", "layer \"0\": the kind of layer \"Process\" is unknown")]
    [InlineData("""{"version":1,"layers":[{"kind":"Linear","attributes":{"inputs":2000000000}}]}""", "no attribute \"inputs\"")]
    [InlineData("""{"version":1,"layers":[{"kind":"Linear"},{"kind":"Dropout","attributes":{"probability":1}}]}""", "layer \"1\": ")]
    [InlineData("""{"version":1,"layers":[{"kind":"Linear"},{"kind":"Flatten","attributes":{"firstAxis":0.5}}]}""", "no whole number")]
    [InlineData("""{"version":1,"layers":[{"kind":"Linear","layers":[]}]}""", "a Sequential alone may have no layers")]
    [InlineData("""{"version":1,"layers":[{"kind":"Relu","layers":[{"kind":"Relu"}]}]}""", "Relu has no layers within it")]
    [InlineData("""{"version":1,"layers":[{"kind":"Sequential"}]}""", "a Sequential has layers")]
    [InlineData("""{"version":1,"layers":[{"kind":"Ensemble","layers":[{"kind":"Relu"}],"attributes":{"mean":2}}]}""", "its mean is none")]
    [InlineData("""{"version":1,"layers":[{"kind":"FeatureScale"}]}""", "where one axis belongs")]
    [InlineData("""{"version":1,"layers":[{"kind":"PeriodicEmbedding","attributes":{"features":2}}]}""", "where three axes belong")]
    [InlineData("""{"version":1,"layers":[{"kind":"CategoryEmbedding","attributes":{"features":2,"blocks":-1}}]}""", "its weights do not")]
    [InlineData("""{"version":1,"layers":[{"kind":"CategoryEmbedding","attributes":{"features":2,"blocks":1e9}}]}""", "no attribute")]
    [InlineData("""{"version":2,"layers":[]}""", "it is of version 2")]
    [InlineData("""{"version":1,"layers":[],"more":1}""", "it is damaged")]
    [InlineData("""{"version":1""", "it is damaged")]
    public void A_hostile_description_is_refused(string json, string reason)
    {
        IReadOnlyDictionary<string, Tensor> tensors = new Sequential(new Linear(2, 1, new Generator())).SaveState();
        using MemoryStream stream = new();
        SafeTensors.Write(stream, tensors, ContentSeal.Add(tensors, [KeyValuePair.Create("denpa.network", json)]));
        stream.Position = 0;
        InvalidFileException refusal = Assert.Throws<InvalidFileException>(() => Sequential.Load(stream, "network"));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Networks_nested_without_end_are_refused()
    {
        StringBuilder json = new("{\"version\":1,\"layers\":[");
        for (int depth = 0; depth < 10_000; depth++) json.Append("{\"kind\":\"Sequential\",\"layers\":[");
        using MemoryStream stream = new();
        SafeTensors.Write(stream, [], ContentSeal.Add([], [KeyValuePair.Create("denpa.network", json.ToString())]));
        stream.Position = 0;
        InvalidFileException refusal = Assert.Throws<InvalidFileException>(() => Sequential.Load(stream, "network"));
        Assert.Contains("it is damaged", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_alone_are_no_network()
    {
        using MemoryStream stream = new();
        SafeTensors.Write(stream, new Linear(2, 1, new Generator()).SaveState());
        stream.Position = 0;
        InvalidFileException refusal = Assert.Throws<InvalidFileException>(() => Sequential.Load(stream, "network"));
        Assert.Contains("TableModel.Load", refusal.Message, StringComparison.Ordinal);
    }

    private static Sequential RoundTrip(Sequential network, LayerKinds? kinds = null)
    {
        using MemoryStream stream = new();
        network.Save(stream);
        stream.Position = 0;
        return Sequential.Load(stream, "network", kinds);
    }

    private sealed class Scale : Layer
    {
        private readonly Parameter factors;

        public Scale(int size, double factor) => factors = Register("factors", new Parameter(Tensor.Full([size], factor)));

        public override IReadOnlyDictionary<string, double> Attributes =>
            new Dictionary<string, double> { ["size"] = factors.Value.Length };

        protected override Tensor Compute(Tensor input) => input * factors.Value;
    }

    private sealed class Silent : Layer
    {
        protected override Tensor Compute(Tensor input) => input;
    }
}
