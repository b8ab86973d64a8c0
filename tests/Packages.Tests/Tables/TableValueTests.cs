using Azure.Data.Tables;
using Mailroom.Support.Azurite;

namespace Mailroom.Packages.Tests.Tables;

[Collection(SharedAzurite.Name)]
public sealed class TableValueTests(AzuriteServer azurite)
{
    // Ticks that do not end in zeros: tables keep all seven digits.
    private static readonly DateTimeOffset Moment = new DateTimeOffset(2026, 2, 14, 9, 30, 15, TimeSpan.FromHours(8)).AddTicks(1_234_567);

    [AzuriteFact]
    public async Task A_typed_row_comes_back_with_every_value()
    {
        var table = await TableAsync();
        var id = Guid.NewGuid();
        var row = new NoteRow
        {
            PartitionKey = "p",
            RowKey = "r",
            Text = "充值没到账 \"quoted\" \\ \u0001 😀",
            Count = int.MinValue,
            Ticks = long.MaxValue,
            Share = 0.1 + 0.2,
            Open = true,
            Id = id,
            At = Moment,
            Bytes = BinaryData.FromBytes(new byte[] { 0, 255, 7 }),
            Day = DayOfWeek.Friday,
        };

        await table.AddEntityAsync(row);
        var read = (await table.GetEntityAsync<NoteRow>("p", "r")).Value;

        Assert.Equal((row.Text, row.Count, row.Ticks, row.Share, true, id, DayOfWeek.Friday), (read.Text, read.Count, read.Ticks, read.Share, read.Open, read.Id, read.Day));
        Assert.Equal(Moment.ToUniversalTime(), read.At);
        Assert.Equal(TimeSpan.Zero, read.At.Offset);
        Assert.Null(read.Ended);
        Assert.Equal([0, 255, 7], read.Bytes!.ToArray());
        Assert.NotNull(read.Timestamp);
        Assert.NotEqual(default, read.ETag);
    }

    [AzuriteFact]
    public async Task A_dictionary_row_comes_back_with_each_value_of_its_own_type()
    {
        var table = await TableAsync();
        var id = Guid.NewGuid();
        await table.AddEntityAsync(new TableEntity("p", "r")
        {
            ["Int"] = 5,
            ["Long"] = 5L,
            ["Whole"] = 5.0,
            ["Share"] = 1.25,
            ["Flag"] = false,
            ["Id"] = id,
            ["At"] = Moment,
            ["Bytes"] = new byte[] { 1, 2, 3 },
            ["Text"] = "5",
        });

        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal((5, 5L, 5.0, 1.25), (read.GetInt32("Int"), read.GetInt64("Long"), read.GetDouble("Whole"), read.GetDouble("Share")));
        Assert.Equal((false, id, "5"), (read.GetBoolean("Flag"), read.GetGuid("Id"), read.GetString("Text")));
        Assert.Equal(Moment.UtcDateTime, read.GetDateTime("At"));
        Assert.Equal(Moment.ToUniversalTime(), read.GetDateTimeOffset("At"));
        Assert.Equal([1, 2, 3], read.GetBinary("Bytes"));
    }

    [AzuriteFact]
    public async Task Only_the_selected_properties_are_read()
    {
        var table = await TableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 });

        var read = (await table.GetEntityAsync<TableEntity>("p", "r", ["A"])).Value;

        Assert.Equal(1, read.GetInt32("A"));
        Assert.False(read.ContainsKey("B"));
    }

    [Fact]
    public void A_property_that_is_not_there_is_null_whatever_its_type()
    {
        var row = new TableEntity("p", "r");

        Assert.Null(row.GetString("None"));
        Assert.Null(row.GetInt32("None"));
        Assert.Null(row.GetDateTimeOffset("None"));
        Assert.Null(row.GetBinary("None"));
        Assert.Equal(default, row.ETag);
    }

    [Fact]
    public void A_property_of_another_type_is_refused_rather_than_guessed()
    {
        var row = new TableEntity("p", "r") { ["Text"] = "five" };

        Assert.Throws<InvalidOperationException>(() => row.GetInt32("Text"));
    }

    [AzuriteFact]
    public async Task A_moment_of_unknown_zone_is_refused()
    {
        var table = await TableAsync();

        await Assert.ThrowsAsync<NotSupportedException>(
            () => table.AddEntityAsync(new TableEntity("p", "r") { ["At"] = new DateTime(2026, 2, 14, 0, 0, 0, DateTimeKind.Unspecified) }));
    }

    private async Task<TableClient> TableAsync()
    {
        var table = new TableServiceClient(azurite.NewAccount()).GetTableClient("Notes");
        await table.CreateIfNotExistsAsync();
        return table;
    }
}
