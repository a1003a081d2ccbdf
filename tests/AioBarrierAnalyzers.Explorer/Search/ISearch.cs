using AioBarrierAnalyzers.Explorer.Scheduling;

namespace AioBarrierAnalyzers.Explorer.Search;

/// <summary>Picks one execution after the other.</summary>
internal interface ISearch : IChoices
{
    /// <summary>Goes on to the next execution.</summary>
    /// <returns>False when there is none.</returns>
    public bool Advance();
}
