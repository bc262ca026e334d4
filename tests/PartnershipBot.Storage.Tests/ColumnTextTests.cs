using System.Buffers;
using System.Text;
using System.Text.Json;

namespace PartnershipBot.Storage.Tests;

public sealed class ColumnTextTests
{
    [Fact]
    public void Columns_are_written_so_that_a_person_can_read_them() => Assert.Equal(
        """{"s:Name":"Zoë Αθήνα","l:Level":-3,"d:Share":0.5,"b:Open":true,"t:Due":"2026-11-24T09:00:00.0000001Z","x:Key":"AQL/"}""",
        Written(new()
        {
            ["Name"] = "Zoë Αθήνα",
            ["Level"] = -3L,
            ["Share"] = 0.5,
            ["Open"] = true,
            ["Due"] = new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(1)).AddTicks(1),
            ["Key"] = new byte[] { 1, 2, 255 },
        }));

    [Theory]
    [InlineData(-0.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.Epsilon)]
    [InlineData(-1e300)]
    public void A_double_comes_back_to_the_bit(double number)
    {
        var read = ColumnText.Read(Encoding.UTF8.GetBytes(Written(new() { ["N"] = number })));

        Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits((double)read["N"]));
    }

    [Fact]
    public void More_names_than_are_remembered_stay_apart()
    {
        for (var n = 0; n < 5_000; n++)
        {
            var columns = new Dictionary<string, object> { [$"Name{n}"] = (long)n, [$"Other{n * 31}"] = "x" };
            Assert.Equal(columns, ColumnText.Read(Encoding.UTF8.GetBytes(Written(columns))));
        }
    }

    [Fact]
    public void Half_of_a_pair_of_characters_becomes_the_replacement_sign_and_spoils_nothing_else()
    {
        var read = ColumnText.Read(Encoding.UTF8.GetBytes(Written(new() { ["Cut"] = "cut \ud83d", ["After"] = 1L })));

        Assert.Equal("cut \ufffd", read["Cut"]);
        Assert.Equal(1L, read["After"]);
    }

    [Fact]
    public void A_type_of_a_later_version_is_refused() =>
        Assert.Contains("'Name'", Assert.Throws<JsonException>(() => ColumnText.Read("""{"q:Name":1}"""u8)).Message, StringComparison.Ordinal);

    static string Written(Dictionary<string, object> columns)
    {
        var buffer = new ArrayBufferWriter<byte>();
        ColumnText.Write(buffer, columns);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
