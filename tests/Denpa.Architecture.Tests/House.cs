namespace Denpa.Architecture.Tests;

/// <summary>The rooms of every project: the one place where their order is written.</summary>
internal static class House
{
    public static IReadOnlyList<RoomOrder> Projects { get; } =
    [
        new("Denpa", "Denpa.Engine",
        [
            ["Foundation"],
            ["Random", "Kernels"],
            ["Tensors"],
            ["Graph"],
            ["Ops"],
            ["Layers", "Losses", "Initializers", "Optimizers", "Schedules"],
            ["Plans"],
            ["Inspection", "Data", "Formats"],
            ["Training", "Networks"],
        ])
        {
            Allowed = [("Layers", "Initializers")],
        },
        new("Denpa.Tables", "Denpa.Tables",
        [
            ["Fields", "Messages", "Threads"],
            ["Segments"],
            ["Data"],
            ["Reading", "Writing"],
            ["Columns"],
            ["Encoding"],
            ["Images", "Digits"],
            ["Models"],
        ]),
        new("Denpa.Tables.DataView", "Denpa.Tables.DataView", [[RoomOrder.Root]]),
        new("Denpa.Tables.Excel", "Denpa.Tables.Excel", [[RoomOrder.Root]]),
        new("Denpa.Tables.Parquet", "Denpa.Tables.Parquet", [[RoomOrder.Root]]),
        new("Denpa.Cli", "denpa",
        [
            ["Ends"],
            ["Language"],
            ["Output"],
            ["Files"],
            ["Options"],
            ["DataSets", "Bench"],
            ["Commands"],
            ["Completion", "Help"],
            [RoomOrder.Root],
        ]),
    ];
}
