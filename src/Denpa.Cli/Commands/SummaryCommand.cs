using System.CommandLine;
using System.Text.Json;
using Denpa.Cli.Ends;
using Denpa.Cli.Files;
using Denpa.Cli.Language;
using Denpa.Cli.Options;
using Denpa.Cli.Output;
using Denpa.Tables;

namespace Denpa.Cli.Commands;

/// <summary><c>summary</c>: what is in a model file.</summary>
internal static class SummaryCommand
{
    private static readonly Argument<string> Model = new("MODEL") { Description = "A model that train saved" };

    public static Command Create()
    {
        Command command = new("summary", "Shows a model's layers, its sizes, and the table that it expects") { Model };
        CommonOptions.AddTo(command);
        command.SetAction(parsed => (int)Run(parsed));
        return command;
    }

    private static ExitCode Run(ParseResult parsed)
    {
        string path = parsed.GetValue(Model)!;
        TableModel model = ModelInput.Load(path, ModelInput.Show(path));
        Layer[] layers = [.. Layers(model)];
        if (parsed.GetValue(CommonOptions.Json)) WriteJson(path, model, layers);
        else WritePage(new Page(Terminal.Results), path, model, layers);
        return ExitCode.Done;
    }

    private static IEnumerable<Layer> Layers(TableModel model)
    {
        Shape? shape = [1, model.Schema.InputCount];
        foreach ((string name, Module module) in TableNetwork.MembersOf(model.Network).First().Children)
        {
            shape = ((Denpa.Layer)module).OutputShape(shape);
            long parameters = module.Parameters.Sum(parameter => (long)parameter.Value.Length);
            long products = module is Linear { Weight: Parameter weight } ? weight.Value.Length : 0;
            yield return new Layer(name, module.ToString(), shape!.Value[1], parameters, products);
        }
    }

    private static int MembersOf(TableModel model) => TableNetwork.MembersOf(model.Network).Count();

    private static void WritePage(Page page, string path, TableModel model, Layer[] layers)
    {
        page.Field("Model", Phrase.Of($"{path}, written by denpa {NameList.Name(model.Version)}"));
        page.Field("Target", Target(model.Schema.Target));
        int members = MembersOf(model);
        string inputs = Quantity.Of(model.Schema.InputCount, "input");
        page.Field("Layers", members == 1 ? inputs : Phrase.Of($"{inputs}, {members} networks of these layers"));
        List<string[]> rows = [["", .. Phrase.Words("layer", "outputs", "parameters", "multiply-adds")]];
        rows.AddRange(layers.Select(Row));
        (long parameters, long products) = (layers.Sum(layer => layer.Parameters), layers.Sum(layer => layer.MultiplyAdds));
        rows.Add(["", Phrase.Word("total"), "", Quantity.Of(members * parameters), Quantity.Of(members * products)]);
        page.Columns(rows, false, false, true, true, true);
        page.Field("Memory", Phrase.Of($"{Quantity.Of(Bytes(model, layers))} bytes of {model.Settings.DType.Name} parameters"));
        page.Field("Expects", Phrase.Word("these columns, in any order:"));
        page.Columns([.. model.Schema.Features.Select(feature => (string[])[feature.Name, Phrase.Word(Kind(feature)), Detail(feature)])]);
        string data = model.Schema.Features.Any(feature => feature is ImageFeature) ? "--idx IMAGES" : "DATA.csv";
        page.Command("Next", $"denpa predict {CommandText.File(path)} {data}");
    }

    private static string[] Row(Layer layer) =>
        [layer.Name, layer.Kind, Quantity.Of(layer.Outputs), Quantity.Of(layer.Parameters), Quantity.Of(layer.MultiplyAdds)];

    private static void WriteJson(string path, TableModel model, Layer[] layers) => JsonOutput.Write("summary", json =>
    {
        json.WriteString("model", path);
        json.WriteString("version", model.Version);
        json.WriteString("target", model.Schema.Target.Name);
        json.WriteNumber("inputs", model.Schema.InputCount);
        json.WriteNumber("outputs", model.Schema.OutputCount);
        json.WriteNumber("members", MembersOf(model));
        json.WriteNumber("parameters", MembersOf(model) * layers.Sum(layer => layer.Parameters));
        json.WriteNumber("multiplyAdds", MembersOf(model) * layers.Sum(layer => layer.MultiplyAdds));
        json.WriteNumber("bytes", Bytes(model, layers));
        json.WriteStartArray("layers");
        foreach (Layer layer in layers) WriteLayer(json, layer);
        json.WriteEndArray();
        json.WritePropertyName("schema");
        json.WriteRawValue(model.Schema.ToJson());
    });

    private static void WriteLayer(Utf8JsonWriter json, Layer layer)
    {
        json.WriteStartObject();
        json.WriteString("name", layer.Name);
        json.WriteString("layer", layer.Kind);
        json.WriteNumber("outputs", layer.Outputs);
        json.WriteNumber("parameters", layer.Parameters);
        json.WriteNumber("multiplyAdds", layer.MultiplyAdds);
        json.WriteEndObject();
    }

    private static long Bytes(TableModel model, Layer[] layers) =>
        MembersOf(model) * layers.Sum(layer => layer.Parameters) * model.Settings.DType.SizeInBytes;

    private static string Target(TargetSchema target) => target is ClassTarget classes
        ? Phrase.Of($"{NameList.Name(target.Name)}: {Quantity.Of(classes.Classes.Count)} classes ({NameList.Of(classes.Classes)})")
        : Phrase.Of($"{NameList.Name(target.Name)}: a number");

    private static string Kind(FeatureSchema feature) => feature switch
    {
        NumberFeature => "number",
        YesNoFeature => "yes/no",
        CategoryFeature => "category",
        DateFeature => "date",
        ImageFeature => "image",
        _ => feature.GetType().Name,
    };

    private static string Detail(FeatureSchema feature) => feature switch
    {
        NumberFeature number => Detail(number.Scaling),
        ImageFeature image => Phrase.Of($"{image.Size} pixels, {Detail(image.Scaling)}"),
        YesNoFeature choice => NameList.Of([choice.No, choice.Yes]),
        CategoryFeature category => NameList.Of(category.Categories),
        _ => "",
    };

    private static string Detail(Scaling scaling) =>
        Phrase.Of($"mean {Significant.Of(scaling.Mean)}, deviation {Significant.Of(scaling.StandardDeviation)}");

    private sealed record Layer(string Name, string Kind, int Outputs, long Parameters, long MultiplyAdds);
}
