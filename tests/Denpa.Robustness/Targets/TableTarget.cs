using System.Globalization;
using System.Text;
using Denpa.Tables;

namespace Denpa.Robustness;

/// <summary>Tables are read; one that reads is understood, encoded and made ready for training.</summary>
internal sealed class TableTarget : FuzzTarget
{
    private static readonly string[] Tables =
    [
        "size,town,rooms,sold\n51,Ube,2,yes\n62.5,Oita,,no\n48,Ube,3,yes\n90,\"Oi\"\"ta\",4,no\n73,Ube,NA,yes\n66,Oita,2,no\n",
        "id;day;amount\r\n1;2024-02-29;3,5\r\n2;2024-03-01;4,25\r\n3;2023-12-31;-1,5\r\n4;2024-01-01;0\r\n5;2024-05-05;7,75\r\n",
        "1\t2\t0\n3\t4\t1\n5\t6\t0\n7\t8\t1\n9\t10\t0\n1.5e3\t-7\t1\n",
        "\uFEFF名前,\"年\n齢\",結果\n\"田中, 一\",31,可\n佐藤,45,否\n鈴木,27,可\n高橋,52,否\n",
        "y\n1\n2\n3\n4\n",
    ];

    // 年,可否 over rows of numbers and 可 or 否.
    private static readonly byte[] ShiftJis =
    [
        0x94, 0x4E, .. ","u8, 0x89, 0xC2, 0x94, 0xDB, .. "\n31,"u8, 0x89, 0xC2, .. "\n45,"u8, 0x94, 0xDB, .. "\n27,"u8, 0x89, 0xC2,
        .. "\n52,"u8, 0x94, 0xDB, .. "\n"u8,
    ];

    /// <summary>A table with numbers, a category, a yes/no, a date, missing values and quotes.</summary>
    public static string Mixed(int rows)
    {
        StringBuilder text = new("size,town,sold,day,rooms\n");
        for (int i = 0; i < rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{40.5 + (i * 7 % 31)},{(i % 3 == 0 ? "Ube" : "\"Oi, \"\"ta\"")},");
            text.Append(
                CultureInfo.InvariantCulture, $"{(i % 2 == 0 ? "yes" : "no")},2024-0{1 + (i % 9)}-11,{(i % 4 == 0 ? "" : i % 5)}\n");
        }

        return text.ToString();
    }

    public override string Name => "tables";

    internal override long AllocationBound(int length) => 6_000_000 + (2000L * length);

    internal override bool Accepts(byte[] file)
    {
        try
        {
            Table table = Table.Read(new MemoryStream(file), "table");
            TableUnderstanding understanding = TableUnderstanding.Of(table, new UnderstandingOptions());
            TrainingSettings settings = new() { Hidden = [2], Epochs = 1 };
            PreparedTraining prepared = new(table, understanding, settings);
            prepared.ToModel().Predict(table);
            return true;
        }
        catch (TableException)
        {
            return false;
        }
    }

    private protected override byte[][] MakeOriginals() =>
    [
        .. Tables.Select(Encoding.UTF8.GetBytes),
        [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Tables[0])],
        Encoding.UTF8.GetBytes(Mixed(rows: 40)),
        [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Tables[1])],
        ShiftJis,
    ];
}
