using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3007SetUpLocked;

public sealed class Account
{
    public string Owner;
    public decimal Limit;
}

public sealed class Accounts
{
    private readonly object _gate = new object();
    private readonly Dictionary<int, Account> _accounts = new Dictionary<int, Account>();

    public void Open(int id, string owner, decimal limit)
    {
        var account = new Account();
        lock (_gate)
        {
            _accounts[id] = account;
            account.Owner = owner;
            account.Limit = limit;
        }
    }

    public decimal LimitOf(int id)
    {
        lock (_gate)
        {
            return _accounts.TryGetValue(id, out Account account) && account.Owner != null ? account.Limit : 0;
        }
    }
}
