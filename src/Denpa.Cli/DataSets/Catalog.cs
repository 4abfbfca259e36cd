using Denpa.Cli.Options;
using Denpa.Tables;

namespace Denpa.Cli.DataSets;

/// <summary>Every dataset that denpa knows by name.</summary>
internal static class Catalog
{
    private const string FashionSummary = "articles of clothing, 28×28 pixels, in ten classes; 60 000 to train on, 10 000 to test";

    public static IReadOnlyList<DataSet> All { get; } = [CreateDigits(), CreatePenguins(), .. CreateMade(), CreateFashion()];

    public static DataSet? Find(string name) =>
        All.FirstOrDefault(set => set.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name of a set that was probably meant by another word, or null.</summary>
    public static string? Meant(string name, IEnumerable<DataSet> among)
    {
        string[] names = [.. among.Select(set => set.Name)];
        return Synonyms.OfValue(name).FirstOrDefault(names.Contains) ?? Spelling.Nearest(name, names);
    }

    /// <summary>What to say when there is no such set among some.</summary>
    public static string Missing(string name, IReadOnlyCollection<DataSet> among)
    {
        string cure = Meant(name, among) is { } nearest
            ? $"did you mean {nearest}?"
            : $"use one of {string.Join(", ", among.Select(set => set.Name))}";
        return $"there is no such dataset here: {Quoted.Text(name)} — {cure}";
    }

    private static BuiltInSet CreateDigits() => new("digits", "handwritten digits of 8×8 pixels")
    {
        Rows = Digits.Count,
        Columns = Digits.ColumnNames,
        Target = "digit: 0 to 9",
        Source = "E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits (test set), UCI Machine Learning Repository",
        Licence = "CC BY 4.0",
        Command = "denpa train",
        Read = Digits.Table,
    };

    private static BuiltInSet CreatePenguins() => new("penguins", "penguins of three species on three islands; with missing values")
    {
        Rows = 344,
        Columns = ["species", "island", "bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g", "sex", "year"],
        Target = "species: Adelie, Chinstrap or Gentoo",
        Source = "K. Gorman, T. Williams and W. Fraser (2014), packaged by A. Horst, A. Hill and K. Gorman as palmerpenguins",
        Licence = "CC0",
        Command = "denpa train penguins",
        Read = BuiltInSet.Penguins,
    };

    private static IEnumerable<MadeSet> CreateMade()
    {
        MadeSet xor = Plane("xor", "exclusive or: no straight line parts its classes", 0, (rows, random, noise, _) =>
            MadeSet.Xor(rows, random, noise));
        yield return xor with { Rows = 4, FewestRows = 1 };
        yield return Plane("circle", "a disc within a ring", 0, (rows, random, noise, _) => ToySets.Circle(rows, random, noise));
        yield return AnyClasses("spiral", "arms that wind out of the middle", 0, (rows, random, noise, classes) =>
            ToySets.Spiral(rows, random, classes, noise));
        yield return Plane("moons", "two half circles that reach into each other", 0.1, (rows, random, noise, _) =>
            ToySets.Moons(rows, random, noise));
        yield return AnyClasses("gaussians", "normal clouds around the unit circle", 0.3, (rows, random, noise, classes) =>
            ToySets.Gaussians(rows, random, classes, noise));
        yield return Numbers("sine", "y = sin x from −π to π", ["x", "y"], (rows, random, noise, _) => ToySets.Sine(rows, random, noise));
        yield return Numbers("linear", "a linear regression: y = 2 x1 − x2", ["x1", "x2", "y"], (rows, random, noise, _) =>
            ToySets.Linear(rows, [2, -1], random, noise: noise));
    }

    private static MadeSet Plane(string name, string summary, double noise, Drawing draw) =>
        Made(name, summary, ["x1", "x2", "class"], "class: 0 or 1", noise, draw) with { FewestRows = 2 };

    private static MadeSet AnyClasses(string name, string summary, double noise, Drawing draw) =>
        Plane(name, summary, noise, draw) with { Target = "class: 0, 1, … (two of them, or --classes)", HasAnyNumberOfClasses = true };

    private static MadeSet Numbers(string name, string summary, string[] columns, Drawing draw) =>
        Made(name, summary, columns, "y: a number", 0.1, draw);

    private static MadeSet Made(string name, string summary, string[] columns, string target, double noise, Drawing draw) =>
        new(name, summary)
        {
            Rows = 200,
            Columns = columns,
            Target = target,
            Noise = noise,
            Source = "drawn at random by denpa, by the seed",
            Licence = "none needed: made on this machine",
            Draw = draw,
            Command = $"denpa data make {name} -o {name}.csv",
        };

    private static FetchedSet CreateFashion() => new("fashion-mnist", FashionSummary)
    {
        Rows = 70_000,
        Columns = [ImageTable.ImageColumn, ImageTable.LabelColumn],
        Target = "label: 0 T-shirt, 1 trouser, 2 pullover, 3 dress, 4 coat, 5 sandal, 6 shirt, 7 sneaker, 8 bag, 9 ankle boot",
        Source = "H. Xiao, K. Rasul and R. Vollgraf, Fashion-MNIST, Zalando Research, https://github.com/zalandoresearch/fashion-mnist",
        Licence = "MIT, © 2017 Zalando SE",
        Bytes = FashionMnist.Files.Sum(file => file.Length),
        Command = "denpa data fetch fashion-mnist",
        Address = FashionMnist.Address,
        Files = FashionMnist.Files,
    };
}
