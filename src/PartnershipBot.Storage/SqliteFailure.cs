using Microsoft.Data.Sqlite;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Storage;

/// <summary>What went wrong with a file, in the words of <see cref="ITable"/>.</summary>
static class SqliteFailure
{
    /// <returns>The failure as it is when it is a mistake of this program; else a <see cref="StoreUnavailableException"/>.</returns>
    public static Exception Of(SqliteFile file, Exception failure) => failure switch
    {
        SqliteException sqlite => new StoreUnavailableException($"The file '{file.Path}' did not answer ({sqlite.Message.TrimEnd('.')}). {Advice(sqlite.SqliteErrorCode)}", failure),
        IOException or UnauthorizedAccessException => new StoreUnavailableException($"The file '{file.Path}' cannot be used ({failure.Message.TrimEnd('.')}). Check its folder and who may write there.", failure),
        _ => failure,
    };

    // The numbers are SQLite's primary result codes, sqlite.org/rescode.html.
    static string Advice(int code) => code switch
    {
        5 or 6 => "Another program is writing to it: one program to a file.",
        8 or 14 or 23 => "Check that the file and its folder may be written.",
        11 or 26 => "It is damaged or is not a SQLite file: put a backup in its place.",
        13 => "The disk is full: make room.",
        _ => "Check the disk.",
    };
}
