using System.Buffers.Binary;
using System.Text.Json;

namespace Denpa.Tables.Tests;

/// <summary>What a model file holds, and that a model comes back from it.</summary>
public sealed class TableModelFileTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("species", DType.Float32)]
    [InlineData("species", DType.Float64)]
    [InlineData("sex", DType.Float32)]
    [InlineData("sex", DType.Float64)]
    [InlineData("body_mass_g", DType.Float32)]
    [InlineData("body_mass_g", DType.Float64)]
    public void A_loaded_model_predicts_the_same_bits(string target, DType dtype)
    {
        TableModel model = Small.PenguinModel(target, Small.Settings with { DType = dtype });
        model.Save(folder["m.safetensors"]);
        TableModel loaded = TableModel.Load(folder["m.safetensors"]);

        Assert.Equal(Small.Answers(model, Csv.Penguins()), Small.Answers(loaded, Csv.Penguins()));
        Assert.Equal(Small.Bits(model.Network), Small.Bits(loaded.Network));
    }

    [Fact]
    public void Schema_settings_split_and_version_come_back()
    {
        TrainingSettings settings = Small.Settings with
        {
            Optimizer = "momentum",
            Momentum = 0.8,
            Schedule = "step",
            Gamma = 0.3,
            TimeLimit = TimeSpan.FromMinutes(5),
            Seed = ulong.MaxValue,
        };
        TableModel model = Small.PenguinModel(settings: settings);
        model.Save(folder["m.safetensors"]);
        TableModel loaded = TableModel.Load(folder["m.safetensors"]);

        Assert.Equal(model.Schema.ToJson(), loaded.Schema.ToJson());
        Assert.Equal(ModelJson.Write(model.Settings), ModelJson.Write(loaded.Settings));
        Assert.Equal(model.Split, loaded.Split);
        Assert.Equal(model.Version, loaded.Version);
    }

    [Fact]
    public void Saving_twice_gives_the_same_bytes()
    {
        TableModel model = Small.PenguinModel();
        model.Save(folder["a.safetensors"]);
        TableModel.Load(folder["a.safetensors"]).Save(folder["b.safetensors"]);

        Assert.Equal(File.ReadAllBytes(folder["a.safetensors"]), File.ReadAllBytes(folder["b.safetensors"]));
    }

    [Fact]
    public void Any_reader_of_the_format_sees_the_weights_under_their_names()
    {
        TableModel model = Small.PenguinModel();
        model.Save(folder["m.safetensors"]);
        using JsonDocument header = Header(File.ReadAllBytes(folder["m.safetensors"]));

        IEnumerable<string> names = header.RootElement.EnumerateObject()
            .Select(member => member.Name)
            .Where(name => name != "__metadata__");
        JsonElement weight = header.RootElement.GetProperty("0.weight");
        Assert.Equal(["0.weight", "0.bias", "3.weight", "3.bias"], names);
        Assert.Equal("F32", weight.GetProperty("dtype").GetString());
        Assert.Equal([6, model.Schema.InputCount], weight.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32()));
    }

    [Fact]
    public void The_metadata_says_what_the_model_is()
    {
        TableModel model = Small.PenguinModel();
        model.Save(folder["m.safetensors"]);
        using JsonDocument header = Header(File.ReadAllBytes(folder["m.safetensors"]));
        Dictionary<string, string> metadata = header.RootElement.GetProperty("__metadata__").Deserialize<Dictionary<string, string>>()!;

        Assert.Equal(
            ["denpa.architecture", "denpa.format", "denpa.schema", "denpa.settings", "denpa.sha256", "denpa.split", "denpa.version"],
            metadata.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("table-model 2", metadata["denpa.format"]);
        Assert.Equal($"Linear({model.Schema.InputCount} → 6) → Relu → Dropout(0.1) → Linear(6 → 3)", metadata["denpa.architecture"]);
        Assert.Contains("Gentoo", metadata["denpa.schema"], StringComparison.Ordinal);
    }

    /// <summary>The header by the format's own words: eight bytes of length, little-endian, then JSON.</summary>
    private static JsonDocument Header(byte[] file) =>
        JsonDocument.Parse(file.AsMemory(8, (int)BinaryPrimitives.ReadUInt64LittleEndian(file)));
}
