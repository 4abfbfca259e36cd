using System.Globalization;
using System.Text.Json;
using Denpa.Cli.Language;

namespace Denpa.Cli.Output;

/// <summary>How the layers fared, for people and for programs.</summary>
internal static class HealthSection
{
    public static void Write(Page page, HealthReport health, int rows)
    {
        page.Field("Health", Phrase.Of($"{Quantity.Of(rows, "row")} forward and back through each layer"));
        string[] header = [Phrase.Word("layer"), "", .. Phrase.Words("output mean", "deviation", "gradient", "dead", "saturated")];
        page.Columns([header, .. health.Layers.Select(Cells)], false, false, true, true, true, true, true);
        IReadOnlyList<HealthFinding> findings = health.Findings;
        foreach (HealthFinding finding in findings)
        {
            string problem = JsonOutput.NameOf(finding.Problem);
            string where = Phrase.Of($"layer {finding.Layer.Layer}, {finding.Layer.Description}, {Phrase.Word(problem)}");
            page.Field("", $"{where}: {Sentences.Of(finding.Text)}");
        }

        if (findings.Count == 0) page.Field("", Phrase.Word("nothing is wrong: gradients reach every layer, and no unit is stuck"));
    }

    public static void Write(Utf8JsonWriter json, HealthReport health, int rows)
    {
        json.WriteStartObject("health");
        json.WriteNumber("rows", rows);
        json.WriteStartArray("layers");
        foreach (LayerHealth layer in health.Layers)
        {
            json.WriteStartObject();
            json.WriteString("layer", layer.Layer);
            json.WriteString("description", layer.Description);
            json.Number("outputMean", layer.OutputMean);
            json.Number("outputDeviation", layer.OutputDeviation);
            if (layer.GradientNorm is { } norm) json.Number("gradientNorm", norm);
            json.WriteNumber("units", layer.Units);
            if (layer.DeadUnits is { } dead) json.WriteNumber("deadUnits", dead);
            if (layer.SaturatedShare is { } share) json.Number("saturatedShare", share);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (HealthFinding finding in health.Findings)
        {
            json.WriteStartObject();
            json.WriteString("layer", finding.Layer.Layer);
            json.WriteString("problem", JsonOutput.NameOf(finding.Problem));
            json.WriteString("text", finding.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string[] Cells(LayerHealth layer) =>
    [
        layer.Layer,
        layer.Description,
        Number(layer.OutputMean),
        Number(layer.OutputDeviation),
        Number(layer.GradientNorm),
        layer.DeadUnits is { } dead ? Phrase.Of($"{Quantity.Of(dead)} of {Quantity.Of(layer.Units)}") : "",
        layer.SaturatedShare is { } share ? string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %") : "",
    ];

    private static string Number(double? number) => number?.ToString("G3", CultureInfo.InvariantCulture) ?? "";
}
