using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("PartnershipBot.Web.Tests")]
