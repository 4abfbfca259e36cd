using Denpa.Tables;

namespace Denpa.Benchmarks;

/// <summary>A passenger, like those of the well-known table: numbers, some missing, two words, yes or no, and categories.</summary>
internal sealed record Passenger(
    int PassengerClass,
    string Sex,
    double? Age,
    int Siblings,
    int Parents,
    double Fare,
    string? Embarked,
    string Who,
    bool IsAdultMale,
    string? Deck);

/// <summary>Passengers by chance, and a model of whether they survived.</summary>
internal static class Passengers
{
    private static readonly string[] Ports = ["S", "C", "Q"];
    private static readonly string[] Decks = ["A", "B", "C", "D", "E", "F", "G"];

    public static Passenger[] Draw(int count)
    {
        Random generator = new(1);
        return [.. Enumerable.Range(0, count).Select(_ => Draw(generator))];
    }

    /// <summary>A table of passengers, and of who of them survived.</summary>
    public static Table TableOf(Passenger[] passengers) => Table.From(
        passengers,
        new TableColumns<Passenger>()
            .Number("passenger_class", passenger => passenger.PassengerClass)
            .Text("sex", passenger => passenger.Sex)
            .Number("age", passenger => passenger.Age)
            .Number("siblings", passenger => passenger.Siblings)
            .Number("parents", passenger => passenger.Parents)
            .Number("fare", passenger => passenger.Fare)
            .Text("embarked", passenger => passenger.Embarked)
            .Text("who", passenger => passenger.Who)
            .YesNo("is_adult_male", passenger => passenger.IsAdultMale)
            .Text("deck", passenger => passenger.Deck)
            .Text("survived", passenger => passenger.Sex == "female" || passenger.Age < 10 ? "yes" : "no"),
        "passengers");

    /// <summary>A model with the usual layers, as <c>denpa train</c> makes it.</summary>
    public static TableModel Train(Table table)
    {
        PreparedTraining prepared = new(table, TableUnderstanding.Of(table), new TrainingSettings { Epochs = 3 });
        new TableTraining(prepared).Run();
        return prepared.ToModel();
    }

    /// <summary>The same as a program has it that knows no such type.</summary>
    public static Dictionary<string, object?> Fields(Passenger passenger) => new()
    {
        ["passenger_class"] = passenger.PassengerClass,
        ["sex"] = passenger.Sex,
        ["age"] = passenger.Age,
        ["siblings"] = passenger.Siblings,
        ["parents"] = passenger.Parents,
        ["fare"] = passenger.Fare,
        ["embarked"] = passenger.Embarked,
        ["who"] = passenger.Who,
        ["is_adult_male"] = passenger.IsAdultMale,
        ["deck"] = passenger.Deck,
    };

    private static Passenger Draw(Random generator)
    {
        double? age = generator.Next(5) == 0 ? null : Math.Round(80 * generator.NextDouble(), 1);
        string sex = generator.Next(3) == 0 ? "female" : "male";
        bool isAdultMale = sex == "male" && !(age < 16);
        return new Passenger(
            generator.Next(1, 4),
            sex,
            age,
            generator.Next(4),
            generator.Next(3),
            Math.Round(200 * generator.NextDouble(), 4),
            generator.Next(50) == 0 ? null : Ports[generator.Next(Ports.Length)],
            age < 16 ? "child" : isAdultMale ? "man" : "woman",
            isAdultMale,
            generator.Next(4) > 0 ? null : Decks[generator.Next(Decks.Length)]);
    }
}
