using System.Text.Json.Nodes;

namespace Denpa.Tables.Tests;

public sealed class SchemaJsonTests
{
    private const string Text =
        """
        size,color,fresh,seen,y
        1,red,yes,2024-01-01,a
        3,blue,no,2024-01-02,b
        NA,red,NA,2024-01-03,a
        8,緑,yes,2024-02-29,b

        """;

    [Fact]
    public void A_schema_comes_back_from_its_JSON()
    {
        Table table = Csv.Read(Text);
        TableSchema schema = Fit(Text);
        TableSchema read = TableSchema.FromJson(schema.ToJson());

        Assert.Equal(schema.ToJson(), read.ToJson());
        Assert.Equal(schema.InputNames, read.InputNames);
        Assert.Equal(schema.EncodeFeatures<double>(table, [0, 1, 2, 3]), read.EncodeFeatures<double>(table, [0, 1, 2, 3]));
        Assert.Equal(schema.EncodeLabels(table, [0, 1, 2, 3]), read.EncodeLabels(table, [0, 1, 2, 3]));
    }

    [Fact]
    public void A_regression_schema_comes_back_from_its_JSON()
    {
        TableSchema read = TableSchema.FromJson(Fit("x,y\n1,1.1\n2,2.2\n3,3.3\n").ToJson());

        Assert.Equal(2.2, Assert.IsType<NumberTarget>(read.Target).Scaling.Mean, 1e-15);
    }

    [Fact]
    public void The_stored_form_is_this() => Assert.Equal(
        """
        {"version":2,"features":[
        {"kind":"number","median":2,"scaling":{"mean":2,"standardDeviation":1},"hasMissingIndicator":false,
        "format":{"decimalMark":".","unit":""},"name":"x"},
        {"kind":"yesNo","no":"n","yes":"y","isNumeric":false,"hasMissingClass":false,"name":"f"}],
        "target":{"kind":"classes","classes":["a","b"],"isNumeric":false,"name":"t"},"missing":null}
        """.ReplaceLineEndings(""),
        Fit("x,f,t\n1,n,a\n3,y,b\n1,y,a\n3,n,b\n2,n,a\n2,n,a\n1,y,a\n3,n,b\n", rows: 4).ToJson());

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"version\":1}")]
    [InlineData("{\"version\":1,\"features\":[],\"target\":null}")]
    [InlineData(
        "{\"version\":1,\"features\":[null],"
        + "\"target\":{\"kind\":\"classes\",\"name\":\"y\",\"classes\":[\"a\",\"b\"],\"isNumeric\":false}}")]
    [InlineData("{\"version\":1,\"features\":[{\"kind\":\"sound\"}],\"target\":{\"kind\":\"classes\"}}")]
    public void What_is_no_schema_is_refused(string json) => Assert.Throws<InvalidDataException>(() => TableSchema.FromJson(json));

    [Theory]
    [InlineData("features[0].scaling.standardDeviation", "0",
        "feature \"size\": its median and scaling must be within ±3.4e38 as numbers in tables are, its standard deviation above zero")]
    [InlineData("features[0].name", "\"y\"", "two columns have one name")]
    [InlineData("features[1].categories", "[\"a\",\"a\"]", "feature \"color\": its categories must differ")]
    [InlineData("features[1].categories", "[null]", "feature \"color\": its categories must differ")]
    [InlineData("features[1].categories", "[]", "feature \"color\": it must have categories")]
    [InlineData("features[2].no", "\"yes\"", "feature \"fresh\": its two values must differ")]
    [InlineData("features[3].numbers[0].value.scaling.standardDeviation", "-1",
        "feature \"seen\": each median and scaling must be within ±3.4e38 as numbers in tables are, its standard deviation above zero")]
    [InlineData("target.classes", "[\"a\"]", "target \"y\": it must have two classes or more")]
    [InlineData("target.classes", "[\"a\",\"a\"]", "target \"y\": its classes must differ")]
    [InlineData("features", "[]", "it has no features")]
    public void A_schema_that_could_not_have_been_fitted_is_refused(string place, string value, string flaw)
    {
        JsonNode json = JsonNode.Parse(Fit(Text).ToJson())!;
        Replace(json, place.Split('.', '[', ']').Where(step => step.Length > 0).ToArray(), JsonNode.Parse(value)!);

        InvalidDataException problem = Assert.Throws<InvalidDataException>(() => TableSchema.FromJson(json.ToJsonString()));

        Assert.Equal("the data schema cannot be used: " + flaw, problem.Message);
    }

    [Fact]
    public void A_newer_version_is_named()
    {
        InvalidDataException problem = Assert.Throws<InvalidDataException>(() => TableSchema.FromJson("{\"version\":3,\"anything\":true}"));

        Assert.Equal("the data schema has the newer version 3 — use a newer denpa", problem.Message);
    }

    private static void Replace(JsonNode node, ReadOnlySpan<string> path, JsonNode value)
    {
        bool isIndex = int.TryParse(path[0], out int index);
        if (path.Length > 1) Replace((isIndex ? node[index] : node[path[0]])!, path[1..], value);
        else if (isIndex) node[index] = value;
        else node[path[0]] = value;
    }

    private static TableSchema Fit(string text, int? rows = null)
    {
        Table table = Csv.Read(text);
        return TableSchema.Fit(table, TableUnderstanding.Of(table), Csv.AllRows(table).AsSpan(0, rows ?? table.RowCount));
    }
}
