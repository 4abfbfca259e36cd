using System.Text.Json.Nodes;

namespace Denpa.Tables.Tests;

/// <summary>A model file that cannot be trusted is refused as such, whatever is wrong with it.</summary>
public sealed class HostileModelFileTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly string path;

    public HostileModelFileTests()
    {
        path = folder["m.safetensors"];
        Small.PenguinModel().Save(path);
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("denpa.format")]
    [InlineData("denpa.version")]
    [InlineData("denpa.schema")]
    [InlineData("denpa.settings")]
    [InlineData("denpa.split")]
    public void A_part_that_is_missing_is_named(string key)
    {
        Rewrite(metadata: texts => texts.Remove(key));

        Assert.Contains($"has no {key}", Refusal().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("denpa.format", "table-model 3")]
    [InlineData("denpa.format", "")]
    [InlineData("denpa.version", "")]
    [InlineData("denpa.version", "\u001b[2J")]
    [InlineData("denpa.schema", "")]
    [InlineData("denpa.schema", "{\"version\":2}")]
    [InlineData("denpa.settings", "null")]
    [InlineData("denpa.settings", "{}")]
    [InlineData("denpa.settings", "[")]
    [InlineData("denpa.split", "{}")]
    public void A_part_of_another_form_is_refused_by_its_name(string key, string text)
    {
        Rewrite(metadata: texts => texts[key] = text);

        InvalidFileException refusal = Refusal();
        Assert.Equal(key, refusal.Place);
        Assert.DoesNotContain('\u001b', refusal.Message);
    }

    [Theory]
    [InlineData("hidden", "[-6]")]
    [InlineData("hidden", "[0]")]
    [InlineData("hidden", "[2147483647]")]
    [InlineData("hidden", "[2147483647,2147483647,2147483647]")]
    [InlineData("hidden", "[6,6]")]
    [InlineData("hidden", "[7]")]
    [InlineData("hidden", "[]")]
    [InlineData("hidden", "null")]
    [InlineData("activation", "\"\\u001b[2J\"")]
    [InlineData("initializer", "\"normal:-1\"")]
    [InlineData("dropout", "1")]
    [InlineData("dropout", "-0.5")]
    [InlineData("dType", "\"Float64\"")]
    [InlineData("dType", "\"Int64\"")]
    [InlineData("dType", "77")]
    [InlineData("seed", "-1")]
    [InlineData("split", "{\"training\":0,\"validation\":1,\"test\":0}")]
    [InlineData("optimizer", "null")]
    public void Settings_that_did_not_make_these_weights_are_refused(string setting, string value)
    {
        Rewrite(metadata: texts => texts["denpa.settings"] = With(texts["denpa.settings"], setting, JsonNode.Parse(value)));

        Assert.DoesNotContain('\u001b', Refusal().Message);
    }

    [Fact]
    public void Every_setting_must_be_there()
    {
        string whole = SafeTensors.Read(path).Metadata["denpa.settings"];
        foreach ((string? setting, _) in JsonNode.Parse(whole)!.AsObject())
        {
            JsonObject less = JsonNode.Parse(whole)!.AsObject();
            less.Remove(setting);
            Rewrite(metadata: texts => texts["denpa.settings"] = less.ToJsonString());

            Assert.Contains(setting, Refusal().Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_network_of_a_million_layers_is_refused_before_it_is_built()
    {
        string layers = string.Join(',', Enumerable.Repeat(1, 1_000_000));
        Rewrite(metadata: texts => texts["denpa.settings"] = With(texts["denpa.settings"], "hidden", JsonNode.Parse($"[{layers}]")));
        long before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal("weights", Refusal().Place);

        // The texts themselves; a million layers would be a thousand times as much.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000_000);
    }

    [Fact]
    public void A_schema_with_other_inputs_than_the_weights_have_is_refused()
    {
        Rewrite(metadata: texts =>
        {
            JsonNode schema = JsonNode.Parse(texts["denpa.schema"])!;
            schema["features"]!.AsArray().RemoveAt(0);
            texts["denpa.schema"] = schema.ToJsonString();
        });

        Assert.Equal("weights", Refusal().Place);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("surplus")]
    [InlineData("renamed")]
    [InlineData("transposed")]
    [InlineData("float64")]
    [InlineData("integers")]
    public void Weights_of_another_network_are_refused(string difference)
    {
        Rewrite(weights: weights =>
        {
            Tensor bias = weights["3.bias"];
            switch (difference)
            {
                case "missing": weights.Remove("3.bias"); break;
                case "surplus": weights["4.bias"] = bias; break;
                case "renamed": weights.Remove("3.bias"); weights["3.bia"] = bias; break;
                case "transposed": weights["3.weight"] = weights["3.weight"].Permute(1, 0); break;
                case "float64": weights["3.bias"] = bias.To(DType.Float64); break;
                default: weights["3.bias"] = bias.To(DType.Int64); break;
            }
        });

        Assert.Equal("weights", Refusal().Place);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_weight_that_is_no_finite_number_is_refused(float value)
    {
        Rewrite(weights: weights => weights["3.bias"] = Tensor.From<float>([0, value, 0]));

        Assert.Equal("tensor \"3.bias\"", Refusal().Place);
    }

    [Theory]
    [InlineData("mean", "1e39")]
    [InlineData("mean", "-1e308")]
    [InlineData("standardDeviation", "1e308")]
    [InlineData("standardDeviation", "0")]
    [InlineData("standardDeviation", "-1")]
    public void Scalings_that_no_table_has_are_refused(string member, string number)
    {
        Small.PenguinModel("body_mass_g").Save(path);
        foreach (bool ofTarget in new[] { true, false })
        {
            Rewrite(metadata: texts =>
            {
                JsonNode schema = JsonNode.Parse(texts["denpa.schema"])!;
                JsonNode feature = schema["features"]!.AsArray().First(feature => (string?)feature!["kind"] == "number")!;
                (ofTarget ? schema["target"]! : feature)["scaling"]![member] = JsonNode.Parse(number);
                texts["denpa.schema"] = schema.ToJsonString();
            });

            Assert.Contains("within ±3.4e38", Refusal().Message, StringComparison.Ordinal);
            Small.PenguinModel("body_mass_g").Save(path);
        }
    }

    [Fact]
    public void A_file_cut_off_is_refused()
    {
        byte[] whole = File.ReadAllBytes(path);
        for (int length = 0; length < whole.Length; length += 37)
        {
            File.WriteAllBytes(path, whole[..length]);
            Refusal();
        }
    }

    [Fact]
    public void Another_safetensors_file_is_no_model()
    {
        SafeTensors.Write(path, [KeyValuePair.Create("0.weight", Tensor.Zeros([1]))]);

        Assert.Equal("metadata", Refusal().Place);
    }

    [Fact]
    public void A_bit_changed_anywhere_is_refused()
    {
        byte[] whole = File.ReadAllBytes(path);
        for (int place = 0; place < whole.Length; place++)
        {
            byte[] bytes = [.. whole];
            bytes[place] ^= (byte)(1 << (place % 8));
            using MemoryStream changed = new(bytes);
            Assert.Throws<InvalidFileException>(() => TableModel.Load(changed, path));
        }
    }

    [Theory]
    [InlineData("table-model 3", "a newer denpa wrote it")]
    [InlineData("table-model 1", "an older denpa wrote it")]
    [InlineData("table-model x", "this is not a denpa model")]
    [InlineData("another model", "this is not a denpa model")]
    public void A_model_of_another_form_says_whose_it_is(string format, string words)
    {
        Rewrite(metadata: texts => texts["denpa.format"] = format);

        Assert.Contains(words, Refusal().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"training\":1e-300,\"validation\":0.5,\"test\":0.5}")]
    [InlineData("{\"training\":0,\"validation\":0.5,\"test\":0.5}")]
    [InlineData("{\"training\":1,\"validation\":-0.5,\"test\":0.5}")]
    public void Fractions_that_share_out_no_rows_are_refused(string fractions)
    {
        Rewrite(metadata: texts => texts["denpa.split"] = With(texts["denpa.split"], "fractions", JsonNode.Parse(fractions)));

        Assert.Equal("denpa.split", Refusal().Place);
    }

    private InvalidFileException Refusal()
    {
        InvalidFileException refusal = Assert.Throws<InvalidFileException>(() => TableModel.Load(path));
        Assert.Equal(path, refusal.File);
        return refusal;
    }

    private void Rewrite(Action<OrderedDictionary<string, Tensor>>? weights = null, Action<Dictionary<string, string>>? metadata = null)
    {
        SafeTensorsContent content = SafeTensors.Read(path);
        OrderedDictionary<string, Tensor> tensors = new(content.Tensors);
        Dictionary<string, string> texts = new(content.Metadata);
        weights?.Invoke(tensors);
        metadata?.Invoke(texts);
        SafeTensors.Write(path, tensors, ContentSeal.Add(tensors, texts));
    }

    private static string With(string json, string member, JsonNode? value)
    {
        JsonNode settings = JsonNode.Parse(json)!;
        settings[member] = value;
        return settings.ToJsonString();
    }
}
